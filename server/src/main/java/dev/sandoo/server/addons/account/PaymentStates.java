package dev.sandoo.server.addons.account;

import dev.sandoo.server.access.Operation;
import dev.sandoo.server.addons.account.PaymentEntry.Paid;
import dev.sandoo.server.orm.Addon;
import dev.sandoo.server.orm.Arguments;
import dev.sandoo.server.orm.Behaviours;
import dev.sandoo.server.orm.Compute;
import dev.sandoo.server.orm.Records;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The way of a payment: posted with its entry, matched with what it pays, back to draft, cancelled. */
final class PaymentStates implements Addon {
    private static final String PAYMENT = "account.payment";

    @Override
    public void register(Behaviours.Builder behaviours) {
        behaviours
                .method(PAYMENT, "action_post", PaymentStates::post)
                .method(PAYMENT, "action_draft", PaymentStates::draft)
                .method(PAYMENT, "action_cancel", PaymentStates::cancel)
                .compute(
                        PAYMENT,
                        List.of("reconciled_invoice_ids", "reconciled_bill_ids"),
                        List.of("move_id.line_ids.matched_debit_ids", "move_id.line_ids.matched_credit_ids"),
                        PaymentStates::documents)
                .computeEach(
                        PAYMENT,
                        "is_reconciled",
                        List.of("move_id.line_ids.amount_residual", "state"),
                        PaymentStates::reconciled)
                .computeEach(PAYMENT, "display_name", List.of("name", "state"), PaymentStates::displayName);
    }

    private static Object post(Records payments, Arguments arguments) {
        payments.requireReadable();
        payments.require(Operation.WRITE);
        payments.filter(payment -> "draft".equals(payment.get("state"))).forEach(PaymentStates::post);
        return null;
    }

    static void post(Records given) {
        Records payment = given.sudo();
        Records move = payment.records("move_id");
        if (move.isEmpty()) {
            move = entry(payment);
        }
        MoveNumber.give(move);
        move.write(Map.of("state", "posted", "posted_before", true));
        Records items = move.records("line_ids");
        Reconciliation.ofPartners(move.env(), items)
                .union(items.filter(line -> line.sudo().bool("account_id.reconcile")))
                .forEach(Reconciliation::refresh);
        if (!PaymentHooks.isEntry(payment.env())) {
            payment.write(Map.of("state", "in_process", "name", move.text("name")));
        }
    }

    private static Records entry(Records payment) {
        PaymentEntry entry = PaymentEntry.of(payment);
        String memo = payment.text("memo");
        Paid paid = Paid.by(payment);
        String label = entry.label(paid, memo, payment.text("payment_method_line_id.name"));
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("move_type", "entry");
        values.put("journal_id", payment.integer("journal_id"));
        values.put("date", payment.date("date").toString());
        values.put(
                "partner_id", paid.partner().isEmpty() ? false : paid.partner().id());
        values.put("currency_id", paid.currency().id());
        values.put("ref", memo.isEmpty() ? false : memo);
        values.put("origin_payment_id", payment.id());
        values.put(
                "line_ids",
                entry.items(
                        paid,
                        label,
                        payment.integer("outstanding_account_id"),
                        payment.integer("destination_account_id")));
        Records move = payment.env().model("account.move").create(values);
        payment.writeQuietly(Map.of("move_id", move.id()));
        return move;
    }

    /** A customer's payment is paid when all it pays is. */
    static void settle(Records given) {
        Records payment = given.sudo();
        Records invoices = payment.records("reconciled_invoice_ids");
        boolean settled = !invoices.isEmpty()
                && invoices.filter(invoice -> !List.of("paid", "reversed").contains(invoice.text("payment_state")))
                        .isEmpty();
        if (settled && !PaymentHooks.isEntry(payment.env())) {
            payment.write(Map.of("state", "paid"));
        }
    }

    private static Object draft(Records payments, Arguments arguments) {
        return undo(payments, "draft", "draft");
    }

    private static Object cancel(Records payments, Arguments arguments) {
        return undo(payments, "cancel", "canceled");
    }

    private static Object undo(Records payments, String moveState, String state) {
        payments.requireReadable();
        payments.require(Operation.WRITE);
        for (Records payment : payments.sudo()) {
            Records move = payment.records("move_id");
            if (!move.isEmpty()) {
                Reconciliation.undo(move.records("line_ids"));
                move.write(Map.of("state", moveState));
            }
            if (!PaymentHooks.isEntry(payment.env())) {
                payment.write(Map.of("state", state));
            }
        }
        return null;
    }

    private static void documents(Records payments, Compute.Results results) {
        for (Records payment : payments) {
            Records items = payment.sudo().records("move_id").records("line_ids");
            Records moves = items.records("matched_debit_ids")
                    .records("debit_move_id")
                    .union(items.records("matched_credit_ids").records("credit_move_id"))
                    .records("move_id");
            results.set(
                    payment.id(),
                    "reconciled_invoice_ids",
                    moves.filter(m -> kind(m).isSale()).ids());
            results.set(
                    payment.id(),
                    "reconciled_bill_ids",
                    moves.filter(m -> kind(m).isPurchase()).ids());
        }
    }

    private static MoveKind kind(Records move) {
        return new MoveKind(move.text("move_type"));
    }

    private static Object reconciled(Records payment) {
        Records items = payment.sudo().records("move_id").records("line_ids");
        Records open = Reconciliation.ofPartners(items.env(), items).filter(item -> !item.bool("reconciled"));
        return !items.isEmpty() && open.isEmpty();
    }

    private static Object displayName(Records payment) {
        String name = payment.text("name");
        return name.isEmpty() ? "Draft Payment" : name;
    }
}
