package dev.sandoo.server.addons.account;

import dev.sandoo.server.error.PythonError;
import dev.sandoo.server.orm.Addon;
import dev.sandoo.server.orm.Arguments;
import dev.sandoo.server.orm.Behaviours;
import dev.sandoo.server.orm.Compute;
import dev.sandoo.server.orm.Environment;
import dev.sandoo.server.orm.ModelHooks;
import dev.sandoo.server.orm.Records;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code account.move.reversal}: credit notes from invoices, entries from entries. Source: wizards of 19.0 and 14.0. */
final class MoveReversal implements Addon, ModelHooks {
    private static final String WIZARD = "account.move.reversal";
    private static final Map<String, String> REVERSED = Map.of(
            "out_invoice", "out_refund",
            "in_invoice", "in_refund",
            "out_refund", "out_invoice",
            "in_refund", "in_invoice",
            "out_receipt", "out_refund",
            "in_receipt", "in_refund",
            "entry", "entry");

    @Override
    public void register(Behaviours.Builder behaviours) {
        behaviours
                .hooks(WIZARD, this)
                .compute(
                        WIZARD,
                        List.of("residual", "currency_id", "move_type"),
                        List.of("move_ids"),
                        MoveReversal::describe)
                .method(WIZARD, "refund_moves", MoveReversal::reverse)
                .method(WIZARD, "reverse_moves", MoveReversal::reverse);
    }

    @Override
    public void beforeDefaults(Environment env, List<Map<String, Object>> wizards) {
        Records moves = env.context().text("active_model", "").equals("account.move")
                ? env.records("account.move", env.context().ids("active_ids"))
                : env.model("account.move");
        for (Map<String, Object> values : wizards) {
            if (!moves.isEmpty()) {
                values.putIfAbsent("move_ids", List.of(List.of(6, 0, moves.ids())));
                values.putIfAbsent(
                        "company_id", moves.records("company_id").ids().get(0));
                if (!moves.env().version().has("account.reversals-choose-method")) {
                    values.putIfAbsent(
                            "journal_id", moves.records("journal_id").ids().get(0));
                } else {
                    boolean entries = moves.filter(
                                    move -> !move.text("move_type").equals("entry"))
                            .isEmpty();
                    values.putIfAbsent("refund_method", entries ? "cancel" : "refund");
                }
            }
        }
    }

    private static void describe(Records wizards, Compute.Results results) {
        for (Records wizard : wizards) {
            Records moves = wizard.records("move_ids");
            if (moves.size() == 1) {
                results.set(wizard.id(), "residual", moves.get("amount_residual"));
            }
            List<Integer> currencies = moves.records("currency_id").ids();
            if (currencies.size() == 1) {
                results.set(wizard.id(), "currency_id", currencies.get(0));
            }
            if (!moves.isEmpty()) {
                results.set(wizard.id(), "move_type", moves.size() == 1 ? moves.get("move_type") : "some_invoice");
            }
        }
    }

    private static Object reverse(Records wizard, Arguments arguments) {
        wizard.requireReadable();
        boolean chosen = wizard.model().fields().containsKey("refund_method");
        String method = chosen ? wizard.text("refund_method") : "refund";
        if (arguments.isTrue("is_modify") || method.equals("modify")) {
            throw PythonError.notEmulated(
                    "Sandoo does not emulate account.move.reversal with a new draft; reverse the entry and create another");
        }
        List<Integer> made = new ArrayList<>();
        for (Records move : wizard.records("move_ids")) {
            Records reversal = reversal(wizard, move);
            if (method.equals("cancel")) {
                MoveStates.post(reversal);
                Reconciliation.match(Reconciliation.ofPartners(
                        move.env(), move.records("line_ids").union(reversal.records("line_ids"))));
            }
            made.add(reversal.id());
        }
        if (wizard.model().fields().containsKey("new_move_ids")) {
            wizard.writeQuietly(Map.of("new_move_ids", List.of(List.of(6, 0, made))));
        }
        return action(wizard, made);
    }

    private static Records reversal(Records wizard, Records move) {
        MoveKind kind = new MoveKind(REVERSED.get(move.text("move_type")));
        String day = (wizard.date("date") == null ? wizard.env().today() : wizard.date("date")).toString();
        String reason = wizard.text("reason");
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("move_type", kind.type());
        values.put("reversed_entry_id", move.id());
        values.put("ref", "Reversal of: " + move.text("name") + (reason.isEmpty() ? "" : ", " + reason));
        int journal = wizard.integer("journal_id");
        values.put("journal_id", journal == 0 ? move.integer("journal_id") : journal);
        values.put("date", day);
        values.put("partner_id", move.integer("partner_id") == 0 ? false : move.integer("partner_id"));
        values.put("currency_id", move.integer("currency_id"));
        Environment env = move.env().with(move.env().context().withoutDefaults());
        if (kind.isInvoice()) {
            values.put("invoice_date", day);
            values.put("invoice_date_due", day);
            values.put("invoice_line_ids", lines(InvoiceItems.products(move)));
        } else {
            values.put("line_ids", swapped(move.records("line_ids")));
        }
        return env.model("account.move").create(values);
    }

    private static List<Object> lines(Records items) {
        List<Object> commands = new ArrayList<>();
        for (Records item : items) {
            Map<String, Object> values = new LinkedHashMap<>();
            for (String name : List.of("name", "quantity", "price_unit", "discount")) {
                values.put(name, item.get(name) == null ? false : item.get(name));
            }
            for (String name : List.of("product_id", "product_uom_id", "account_id")) {
                values.put(name, item.integer(name) == 0 ? false : item.integer(name));
            }
            values.put("tax_ids", List.of(List.of(6, 0, item.records("tax_ids").ids())));
            commands.add(List.of(0, 0, values));
        }
        return commands;
    }

    private static List<Object> swapped(Records items) {
        List<Object> commands = new ArrayList<>();
        for (Records item : items) {
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("name", item.get("name") == null ? false : item.get("name"));
            values.put("account_id", item.integer("account_id"));
            values.put("partner_id", item.integer("partner_id") == 0 ? false : item.integer("partner_id"));
            values.put("debit", item.number("credit"));
            values.put("credit", item.number("debit"));
            commands.add(List.of(0, 0, values));
        }
        return commands;
    }

    private static Map<String, Object> action(Records wizard, List<Integer> made) {
        Map<String, Object> action = new LinkedHashMap<>();
        action.put("name", "Reverse Moves");
        action.put("type", "ir.actions.act_window");
        action.put("res_model", "account.move");
        if (made.size() == 1) {
            action.put("view_mode", "form");
            action.put("res_id", made.get(0));
            if (!wizard.env().version().has("account.reversals-choose-method")) {
                String type = wizard.env().record("account.move", made.get(0)).text("move_type");
                action.put("context", Map.of("default_move_type", type));
            }
        } else {
            action.put(
                    "view_mode",
                    wizard.env().version().has("account.reversals-choose-method") ? "tree,form" : "list,form");
            action.put("domain", List.of(List.of("id", "in", made)));
        }
        return action;
    }
}
