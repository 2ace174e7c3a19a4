package dev.sandoo.server.addons.account;

import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.Operator;
import dev.sandoo.server.orm.Environment;
import dev.sandoo.server.orm.Records;
import dev.sandoo.server.orm.Rounding;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Matches what is owed with what was paid: debits with credits of one account, oldest first. What is left of an item follows from its
 * matches alone. Source: invoices paid in whole and in part on 19.0 and 14.0.
 */
final class Reconciliation {
    private static final String PARTIAL = "account.partial.reconcile";
    private static final String FULL = "account.full.reconcile";

    private Reconciliation() {}

    /** Matches items with each other as far as they go. */
    static void match(Records given) {
        Records items = given.sudo();
        Records debits = items.filter(item -> item.number("amount_residual") > 0);
        Records credits = items.filter(item -> item.number("amount_residual") < 0);
        for (Records debit : debits) {
            for (Records credit : credits) {
                double amount = Math.min(debit.number("amount_residual"), -credit.number("amount_residual"));
                if (debit.integer("account_id") == credit.integer("account_id") && amount > 0) {
                    pair(debit, credit, Rounding.toUnit(amount, 0.01));
                }
            }
        }
        close(items);
        refreshMoves(items);
    }

    private static void pair(Records debit, Records credit, double amount) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("debit_move_id", debit.id());
        values.put("credit_move_id", credit.id());
        values.put("amount", amount);
        values.put("debit_amount_currency", amount);
        values.put("credit_amount_currency", amount);
        Records partial = debit.env().model(PARTIAL).create(values);
        boolean numbered = debit.env().version().has("account.matching-numbered");
        for (Records item : List.of(debit, credit)) {
            if (numbered) {
                item.writeQuietly(Map.of("matching_number", "P" + partial.id()));
            }
            refresh(item);
        }
    }

    /** Takes the matches of items back. */
    static void undo(Records given) {
        Records items = given.sudo();
        Records partials = partials(items, "debit_move_id").union(partials(items, "credit_move_id"));
        if (partials.isEmpty()) {
            return;
        }
        Records all = partials.records("debit_move_id").union(partials.records("credit_move_id"));
        Records full = all.records("full_reconcile_id");
        Map<String, Object> none = new LinkedHashMap<>(Map.of("full_reconcile_id", false));
        if (items.env().version().has("account.matching-numbered")) {
            none.put("matching_number", false);
        }
        all.writeQuietly(none);
        partials.unlink();
        full.unlink();
        all.forEach(Reconciliation::refresh);
        refreshMoves(all);
    }

    /** Gives the items that are matched whole, with all they are matched with, a number in common. */
    private static void close(Records items) {
        for (Records item : items.filter(one -> one.bool("reconciled") && one.integer("full_reconcile_id") == 0)) {
            Records partials = partials(item, "debit_move_id").union(partials(item, "credit_move_id"));
            Records group = partials.records("debit_move_id").union(partials.records("credit_move_id"));
            if (item.integer("full_reconcile_id") != 0
                    || group.isEmpty()
                    || !group.filter(one -> !one.bool("reconciled")).isEmpty()) {
                continue;
            }
            Records full = item.env().model(FULL).create(new LinkedHashMap<>());
            partials.writeQuietly(Map.of("full_reconcile_id", full.id()));
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("full_reconcile_id", full.id());
            if (item.env().version().has("account.matching-numbered")) {
                values.put("matching_number", String.valueOf(full.id()));
            }
            group.writeQuietly(values);
        }
    }

    private static Records partials(Records items, String side) {
        return items.env().model(PARTIAL).search(Condition.term(side, Operator.IN, List.copyOf(items.ids())));
    }

    /** What is left of an item on an account whose items are matched. */
    static void refresh(Records item) {
        double left = item.number("balance");
        for (Records partial : partials(item, "debit_move_id")) {
            left -= partial.number("amount");
        }
        for (Records partial : partials(item, "credit_move_id")) {
            left += partial.number("amount");
        }
        double rounded = Rounding.toUnit(left, 0.01) + 0.0;
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("amount_residual", rounded);
        values.put("amount_residual_currency", rounded);
        values.put("reconciled", rounded == 0 && item.number("balance") != 0);
        item.writeQuietly(values);
    }

    private static void refreshMoves(Records items) {
        for (Records move : items.records("move_id")) {
            MoveKind kind = new MoveKind(move.text("move_type"));
            if (kind.isInvoice()) {
                refreshInvoice(move, kind);
            }
        }
    }

    private static void refreshInvoice(Records move, MoveKind kind) {
        double left = 0;
        boolean matched = false;
        boolean byDocuments = true;
        for (Records item : InvoiceItems.dueItems(move)) {
            left += item.number("amount_residual");
            Records partials = partials(item, "debit_move_id").union(partials(item, "credit_move_id"));
            matched |= !partials.isEmpty();
            Records others = partials.records("debit_move_id")
                    .union(partials.records("credit_move_id"))
                    .records("move_id");
            byDocuments &= others.filter(other -> other.text("move_type").equals("entry"))
                    .isEmpty();
        }
        double due = Rounding.toUnit(Math.abs(left), 0.01) + 0.0;
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("amount_residual", due);
        values.put("amount_residual_signed", due == 0 ? 0.0 : kind.companySign() * due);
        String settled = byDocuments && !kind.isRefund() ? "reversed" : "paid";
        values.put("payment_state", !matched ? "not_paid" : due == 0 ? settled : "partial");
        move.writeQuietly(values);
    }

    /** The items of the environment's model that are kept on accounts of partners. */
    static Records ofPartners(Environment env, Records items) {
        boolean typed = env.registry().model("account.account").fields().containsKey("account_type");
        return items.filter(item -> typed
                ? List.of("asset_receivable", "liability_payable")
                        .contains(item.sudo().text("account_id.account_type"))
                : List.of("receivable", "payable").contains(item.sudo().text("account_id.internal_type")));
    }
}
