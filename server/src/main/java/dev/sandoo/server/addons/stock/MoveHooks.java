package dev.sandoo.server.addons.stock;

import dev.sandoo.server.error.UserError;
import dev.sandoo.server.orm.ModelHooks;
import dev.sandoo.server.orm.Records;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Keeps states and reservations of moves in step with what is written to them, and keeps moves that are done. */
final class MoveHooks implements ModelHooks {
    private static final String KEPT = "Deleting product moves after the transfer is done?\n\n"
            + "That would be like going back in time to revert all operations triggered after this move."
            + " Who knows what the end result would be, So let's not do it.\n\n"
            + "Try changing the “done” quantity to 0 instead.";

    @Override
    public void afterCreate(Records moves, List<Map<String, Object>> values) {
        List<Integer> taking = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i).get("quantity") instanceof Number number && number.doubleValue() > 0) {
                taking.add(moves.ids().get(i));
            }
        }
        Moves.refresh(moves.browse(taking));
    }

    /** Wanting less than is reserved gives all of it back. */
    @Override
    public void beforeWrite(Records moves, Map<String, Object> values) {
        if (values.get("product_uom_qty") instanceof Number wanted) {
            Records tooMuch = TransferFields.open(moves)
                    .filter(move ->
                            !"draft".equals(move.get("state")) && move.number("quantity") > wanted.doubleValue());
            Moves.unreserve(tooMuch);
        }
    }

    @Override
    public void afterWrite(Records moves, Map<String, Object> values) {
        if (values.containsKey("product_uom_qty") || values.containsKey("quantity")) {
            Moves.refresh(moves.filter(move -> !"draft".equals(move.get("state"))));
        }
    }

    @Override
    public void beforeUnlink(Records moves) {
        requireOpen(moves);
        moves.records("move_line_ids").unlink();
    }

    /** @throws UserError when one of the moves or lines is done */
    static void requireOpen(Records records) {
        if (!records.filter(one -> "done".equals(one.get("state"))).isEmpty()) {
            throw new UserError(KEPT);
        }
    }
}
