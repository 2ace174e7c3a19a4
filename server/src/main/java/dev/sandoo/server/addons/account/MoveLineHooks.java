package dev.sandoo.server.addons.account;

import dev.sandoo.schema.ModelDef;
import dev.sandoo.server.error.UserError;
import dev.sandoo.server.field.PythonValues;
import dev.sandoo.server.orm.Environment;
import dev.sandoo.server.orm.ModelHooks;
import dev.sandoo.server.orm.Records;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Fills in what new journal items lack, and has their entry follow when they change by themselves. */
final class MoveLineHooks implements ModelHooks {
    private static final Set<String> TEXTS = Set.of("line_section", "line_subsection", "line_note");

    @Override
    public void beforeDefaults(Environment env, List<Map<String, Object>> values) {
        for (Map<String, Object> one : values) {
            if (one.get("move_id") instanceof Integer id && !isMadeByUs(one)) {
                Records move = env.sudo().record("account.move", id).exists();
                if (!move.isEmpty()) {
                    complete(env, one, move, new MoveKind(move.text("move_type")));
                }
            }
        }
    }

    /** Items of taxes and of what is due come complete. */
    private static boolean isMadeByUs(Map<String, Object> values) {
        Object kind = values.get("display_type");
        return "tax".equals(kind)
                || "payment_term".equals(kind)
                || PythonValues.isTrue(values.get("exclude_from_invoice_tab"));
    }

    private static void complete(Environment env, Map<String, Object> values, Records move, MoveKind kind) {
        ModelDef model = env.registry().model("account.move.line");
        values.putIfAbsent("currency_id", move.integer("currency_id"));
        if (move.integer("partner_id") != 0) {
            values.putIfAbsent("partner_id", move.integer("partner_id"));
        }
        if (TEXTS.contains(String.valueOf(values.get("display_type")))) {
            values.put("account_id", false);
            values.put("quantity", 0);
            values.put("price_unit", 0);
            return;
        }
        if (model.fields().containsKey("exclude_from_invoice_tab")) {
            values.putIfAbsent("exclude_from_invoice_tab", !kind.isInvoice());
        } else {
            values.putIfAbsent("display_type", "product");
            values.putIfAbsent("sequence", 100);
        }
        values.putIfAbsent("quantity", 1);
        if (kind.isInvoice()) {
            fromProduct(env, values, move, kind);
        } else {
            balance(values);
        }
    }

    private static void fromProduct(Environment env, Map<String, Object> values, Records move, MoveKind kind) {
        Records products = env.sudo().model("product.product");
        Records product = values.get("product_id") instanceof Integer id
                ? products.browse(List.of(id)).exists()
                : products;
        if (!PythonValues.isTrue(values.get("account_id"))) {
            int account = InvoiceAccounts.ofLine(move, kind, product);
            values.put("account_id", account == 0 ? false : account);
        }
        if (product.isEmpty()) {
            return;
        }
        values.putIfAbsent("name", product.text("display_name"));
        values.putIfAbsent("product_uom_id", product.integer("uom_id"));
        if (env.version().has("account.lines-priced")) {
            values.putIfAbsent("price_unit", product.number(kind.isPurchase() ? "standard_price" : "lst_price"));
            Records taxes = product.records(kind.isPurchase() ? "supplier_taxes_id" : "taxes_id")
                    .filter(tax -> tax.integer("company_id") == move.integer("company_id"));
            values.putIfAbsent("tax_ids", List.of(List.of(6, 0, taxes.ids())));
        }
    }

    /** Debit and credit give the balance, or follow from it. */
    private static void balance(Map<String, Object> values) {
        double debit = number(values.get("debit"));
        double credit = number(values.get("credit"));
        double balance = values.containsKey("balance") && debit == 0 && credit == 0
                ? number(values.get("balance"))
                : debit - credit;
        values.put("balance", balance);
        values.put("debit", Math.max(balance, 0));
        values.put("credit", Math.max(-balance, 0));
        values.putIfAbsent("amount_currency", balance);
    }

    private static double number(Object value) {
        return value instanceof Number number ? number.doubleValue() : 0;
    }

    @Override
    public void afterCreate(Records created, List<Map<String, Object>> values) {
        follow(created);
    }

    @Override
    public void beforeWrite(Records lines, Map<String, Object> values) {
        if (values.containsKey("debit") || values.containsKey("credit")) {
            double debit = number(
                    values.containsKey("debit") ? values.get("debit") : lines.size() == 1 ? lines.get("debit") : 0);
            double credit = number(
                    values.containsKey("credit") ? values.get("credit") : lines.size() == 1 ? lines.get("credit") : 0);
            values.put("balance", debit - credit);
            values.putIfAbsent("amount_currency", debit - credit);
        } else if (values.containsKey("balance")) {
            balance(values);
        }
    }

    @Override
    public void afterWrite(Records lines, Map<String, Object> values) {
        follow(lines);
    }

    @Override
    public void beforeUnlink(Records lines) {
        if (!lines.filter(line -> "posted".equals(line.get("parent_state"))).isEmpty()) {
            throw new UserError(lines.env().version().message("account.line.kept"));
        }
        follow(lines);
    }

    private static void follow(Records lines) {
        for (Records move : lines.sudo().records("move_id")) {
            move.env().whenDone("account.move " + move.id(), () -> MoveSync.sync(move.exists()));
        }
    }
}
