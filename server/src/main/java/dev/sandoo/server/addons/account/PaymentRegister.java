package dev.sandoo.server.addons.account;

import dev.sandoo.server.error.UserError;
import dev.sandoo.server.field.PythonValues;
import dev.sandoo.server.orm.Addon;
import dev.sandoo.server.orm.Arguments;
import dev.sandoo.server.orm.Behaviours;
import dev.sandoo.server.orm.Environment;
import dev.sandoo.server.orm.ModelHooks;
import dev.sandoo.server.orm.Records;
import dev.sandoo.server.orm.Rounding;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** {@code account.payment.register}: pays the invoices that the context names. Recorded: biz_account register-payment. */
final class PaymentRegister implements Addon, ModelHooks {
    private static final String WIZARD = "account.payment.register";

    @Override
    public void register(Behaviours.Builder behaviours) {
        behaviours
                .hooks(WIZARD, this)
                .computeEach(
                        WIZARD, "payment_difference", List.of("amount", "source_amount"), PaymentRegister::difference)
                .method(WIZARD, "action_create_payments", PaymentRegister::pay);
    }

    private static Object difference(Records wizard) {
        double rest = wizard.number("source_amount") - wizard.number("amount");
        return Rounding.toUnit(rest, 0.01) + 0.0;
    }

    @Override
    public void beforeDefaults(Environment env, List<Map<String, Object>> wizards) {
        for (Map<String, Object> values : wizards) {
            Records items = PythonValues.isTrue(values.get("line_ids")) ? null : items(env);
            if (items != null) {
                complete(env, values, items);
            }
        }
    }

    private static void complete(Environment env, Map<String, Object> values, Records items) {
        double sum = 0;
        for (Records item : items) {
            sum += item.number("amount_residual") == 0 && "draft".equals(item.get("parent_state"))
                    ? item.number("balance")
                    : item.number("amount_residual");
        }
        boolean inbound = sum > 0;
        Records first = items.browse(items.ids().subList(0, 1));
        boolean customer = isReceivable(first);
        PaymentEntry entry = new PaymentEntry(env.sudo(), inbound, customer);
        Records journal = values.get("journal_id") instanceof Integer id
                ? env.sudo().record("account.journal", id)
                : entry.journal();
        double amount = Rounding.toUnit(Math.abs(sum), 0.01);
        values.put("line_ids", List.of(List.of(6, 0, items.ids())));
        values.putIfAbsent("amount", amount);
        values.put("source_amount", amount);
        values.put("source_amount_currency", amount);
        values.put("payment_type", inbound ? "inbound" : "outbound");
        values.put("partner_type", customer ? "customer" : "supplier");
        values.put("partner_id", first.integer("partner_id") == 0 ? false : first.integer("partner_id"));
        values.put("company_id", first.integer("company_id"));
        values.put("can_edit_wizard", true);
        values.put("source_currency_id", first.integer("currency_id"));
        values.putIfAbsent("currency_id", first.integer("currency_id"));
        values.putIfAbsent("journal_id", journal.id());
        values.putIfAbsent("group_payment", true);
        values.putIfAbsent("payment_difference_handling", "open");
        values.putIfAbsent("payment_date", env.today().toString());
        values.putIfAbsent("communication", communication(items));
        int method = entry.method(journal);
        values.putIfAbsent(entry.methodField(), method == 0 ? false : method);
    }

    private static boolean isReceivable(Records item) {
        Records account = item.sudo().records("account_id");
        String kind = account.model().fields().containsKey("account_type") ? "account_type" : "internal_type";
        return account.text(kind).endsWith("receivable");
    }

    private static String communication(Records items) {
        LinkedHashSet<String> texts = new LinkedHashSet<>();
        for (Records move : items.records("move_id")) {
            boolean named = move.env().version().has("account.payments-named-by-move");
            String reference = move.text("payment_reference");
            String text = reference.isEmpty() ? move.text("ref") : reference;
            texts.add(text.isEmpty() && named ? move.text("name") : text);
        }
        return String.join(" ", texts);
    }

    /** The items to pay. */
    private static Records items(Environment env) {
        String model = env.context().text("active_model", "");
        List<Integer> ids = env.context().ids("active_ids");
        Records given;
        if (model.equals("account.move")) {
            given = env.records(model, ids).records("line_ids");
        } else if (model.equals("account.move.line")) {
            given = env.records(model, ids);
        } else {
            throw new UserError(
                    "The register payment wizard should only be called on account.move or account.move.line records.");
        }
        Records candidates = Reconciliation.ofPartners(env, given);
        if (env.version().has("account.pays-posted-only")
                && !candidates
                        .filter(item -> !"posted".equals(item.get("move_id.state")))
                        .isEmpty()) {
            throw new UserError("You can only register payment for posted journal entries.");
        }
        Records open = candidates.filter(item -> !item.bool("reconciled"));
        if (open.isEmpty()) {
            throw new UserError(env.version().message("account.pay.nothing"));
        }
        return open;
    }

    private static Object pay(Records wizard, Arguments arguments) {
        wizard.requireReadable();
        Environment env = wizard.env();
        boolean entry = PaymentHooks.isEntry(env);
        Map<String, Object> values = new LinkedHashMap<>();
        for (String name : List.of("amount", "payment_type", "partner_type")) {
            values.put(name, wizard.get(name));
        }
        values.put("date", wizard.date("payment_date").toString());
        for (String name : List.of("journal_id", "currency_id", "partner_id")) {
            values.put(name, wizard.integer(name) == 0 ? false : wizard.integer(name));
        }
        values.put(entry ? "ref" : "memo", wizard.text("communication"));
        Records items = wizard.records("line_ids");
        values.put("destination_account_id", items.records("account_id").ids().get(0));
        Records payment = env.with(env.context().withoutDefaults())
                .model("account.payment")
                .create(values);
        if (!entry) {
            payment.writeQuietly(Map.of(
                    "invoice_ids",
                    List.of(List.of(6, 0, items.records("move_id").ids()))));
        }
        PaymentStates.post(payment);
        Records own =
                Reconciliation.ofPartners(env, payment.sudo().records("move_id").records("line_ids"));
        Reconciliation.match(items.sudo().union(own));
        PaymentStates.settle(payment);
        Map<String, Object> action = new LinkedHashMap<>();
        action.put("name", "Payments");
        action.put("type", "ir.actions.act_window");
        action.put("res_model", "account.payment");
        action.put("context", Map.of("create", false));
        action.put("view_mode", "form");
        action.put("res_id", payment.id());
        return action;
    }
}
