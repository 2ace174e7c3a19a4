package dev.sandoo.server.addons.account;

import dev.sandoo.server.access.Operation;
import dev.sandoo.server.error.RecordsText;
import dev.sandoo.server.error.UserError;
import dev.sandoo.server.orm.Addon;
import dev.sandoo.server.orm.Arguments;
import dev.sandoo.server.orm.Behaviours;
import dev.sandoo.server.orm.Environment;
import dev.sandoo.server.orm.Records;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/** The way of a journal entry: posted under a number, back to draft, cancelled. */
final class MoveStates implements Addon {
    private static final String MOVE = "account.move";

    @Override
    public void register(Behaviours.Builder behaviours) {
        behaviours
                .method(MOVE, "action_post", MoveStates::post)
                .method(MOVE, "button_draft", MoveStates::draft)
                .method(MOVE, "button_cancel", MoveStates::cancel);
    }

    private static Object post(Records moves, Arguments arguments) {
        moves.requireReadable();
        moves.require(Operation.WRITE);
        moves.forEach(MoveStates::check);
        moves.forEach(MoveStates::post);
        return moves.env().version().has("records.answered-as-ids")
                ? (Object) false
                : new RecordsText(MOVE, moves.describe());
    }

    private static void check(Records move) {
        Environment env = move.env();
        MoveKind kind = new MoveKind(move.text("move_type"));
        if (env.version().has("account.post-drafts-only") && !"draft".equals(move.get("state"))) {
            Object name = MoveNumber.isNumbered(move) ? move.text("name") : "False";
            throw new UserError("The entry " + name + " (id " + move.id() + ") must be in draft.");
        }
        boolean empty = kind.isInvoice()
                ? InvoiceItems.products(move).isEmpty()
                : move.records("line_ids").isEmpty();
        if (kind.isInvoice() && move.integer("partner_id") == 0) {
            throw new UserError(env.version().message(kind.isSale() ? "account.post.customer" : "account.post.vendor"));
        }
        if (empty) {
            throw new UserError(env.version().message("account.post.empty"));
        }
        if (kind.isPurchase()
                && move.get("invoice_date") == null
                && env.version().has("account.bills-need-dates")) {
            throw new UserError("The Bill/Refund date is required to validate this document.");
        }
    }

    static void post(Records move) {
        MoveKind kind = new MoveKind(move.text("move_type"));
        if (kind.isInvoice() && move.get("invoice_date") == null) {
            LocalDate today = move.env().today();
            move.writeQuietly(Map.of("invoice_date", today.toString()));
            MoveDates.follow(move, Map.of());
        }
        MoveSync.sync(move);
        MoveNumber.give(move);
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("state", "posted");
        values.put("posted_before", true);
        if (move.model().fields().containsKey("checked")) {
            values.put("checked", true);
        }
        if (kind.type().equals("out_invoice") && move.text("payment_reference").isEmpty()) {
            values.put("payment_reference", move.text("name"));
            nameDue(move);
        }
        move.write(values);
    }

    private static void nameDue(Records move) {
        Records items = move.sudo()
                .records("line_ids")
                .filter(line ->
                        line.get("date_maturity") != null && line.text("name").isEmpty());
        items.writeQuietly(Map.of("name", move.text("name")));
    }

    private static Object draft(Records moves, Arguments arguments) {
        moves.requireReadable();
        boolean wrong = !moves.filter(move -> "draft".equals(move.get("state"))).isEmpty();
        if (wrong && moves.env().version().has("account.post-drafts-only")) {
            throw new UserError("Only posted/cancelled journal entries can be reset to draft.");
        }
        moves.forEach(move -> Reconciliation.undo(move.records("line_ids")));
        moves.write(Map.of("state", "draft"));
        return null;
    }

    private static Object cancel(Records moves, Arguments arguments) {
        moves.requireReadable();
        moves.forEach(move -> Reconciliation.undo(move.records("line_ids")));
        moves.write(Map.of("state", "cancel"));
        return null;
    }
}
