package dev.sandoo.server.addons.stock;

import dev.sandoo.server.field.DatetimeText;
import dev.sandoo.server.orm.Environment;
import dev.sandoo.server.orm.Records;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Does moves: quants change, what is left over goes to backorders or is cancelled, and who waits for the goods gets them. */
final class Completion {
    /** What the rest of a move takes from it. */
    private static final List<String> SHARED = List.of(
            "product_id",
            "product_uom",
            "location_id",
            "location_dest_id",
            "location_final_id",
            "picking_id",
            "picking_type_id",
            "partner_id",
            "company_id",
            "warehouse_id",
            "rule_id",
            "origin",
            "origin_returned_move_id",
            "price_unit",
            "procure_method",
            "propagate_cancel",
            "to_refund",
            "sequence",
            "description_picking_manual",
            "purchase_line_id",
            "sale_line_id");

    /** What becomes of what was wanted and is not done. */
    enum Rest {
        BACKORDERED,
        CANCELLED
    }

    private final Environment env;
    private final Rest rest;

    Completion(Environment env, Rest rest) {
        this.env = env;
        this.rest = rest;
    }

    /** Does the transfers' moves that are picked. */
    void transfers(Records transfers) {
        moves(TransferFields.open(transfers.records("move_ids")));
        transfers.write(Map.of("date_done", DatetimeText.of(env.now()), "priority", "0"));
        if (rest == Rest.BACKORDERED) {
            backorder(transfers);
        }
    }

    /** Does those of the moves that are picked. */
    void moves(Records moves) {
        Moves.confirm(moves);
        Records open = TransferFields.open(moves.exists());
        Records taken = open.filter(move -> move.bool("picked") && move.number("quantity") > 0);
        if (rest == Rest.BACKORDERED) {
            split(taken);
        } else {
            Moves.cancel(Moves.without(open, taken));
        }
        Records lines = taken.records("move_line_ids");
        lines.filter(line -> !line.bool("picked") || line.number("quantity") == 0)
                .unlink();
        Records done = lines.exists();
        TrackedGoods.makeLots(done);
        QuantChanges changes = new QuantChanges(env);
        done.forEach(changes::addLine);
        String now = DatetimeText.of(env.now());
        taken.write(Map.of("state", "done", "date", now));
        done.write(Map.of("date", now));
        changes.apply();
        ReservedQuantities.sync(env.sudo(), done.records("product_id").ids());
        Overdrawn.free(env, changes.places());
        Moves.wakeWaiting(env, taken);
    }

    /** Moves of which less was taken than wanted are done with that; the rest is a move of its own. */
    private void split(Records taken) {
        List<Map<String, Object>> rests = new ArrayList<>();
        for (Records move : taken) {
            double left = move.number("product_uom_qty") - move.number("quantity");
            if (left > 0) {
                rests.add(rest(move, left));
                move.writeQuietly(Map.of("product_uom_qty", move.number("quantity")));
            }
        }
        env.model(StockAddon.MOVE).createAll(rests);
    }

    private static Map<String, Object> rest(Records move, double left) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (String name : SHARED) {
            Object value = move.get(name);
            values.put(name, value == null ? false : value);
        }
        values.put(
                "reference_ids",
                List.of(List.of(6, 0, move.records("reference_ids").ids())));
        values.put("date", DatetimeText.of(move.moment("date")));
        values.put(
                "date_deadline",
                move.get("date_deadline") == null ? false : DatetimeText.of(move.moment("date_deadline")));
        values.put("product_uom_qty", left);
        return values;
    }

    private void backorder(Records transfers) {
        for (Records transfer : transfers) {
            Records left = TransferFields.open(transfer.records("move_ids"));
            if (!left.isEmpty()) {
                Map<String, Object> given = new LinkedHashMap<>();
                given.put("name", "/");
                given.put("move_ids", List.of());
                given.put("move_line_ids", List.of());
                given.put("backorder_id", transfer.id());
                Records backorder = transfer.create(transfer.copyData(given).get(0));
                left.write(Map.of("picking_id", backorder.id(), "picked", false));
                left.records("move_line_ids").write(Map.of("picking_id", backorder.id()));
                Moves.confirm(left);
                Reservation.reserve(left.exists());
            }
        }
    }
}
