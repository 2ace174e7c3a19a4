package dev.sandoo.server.addons.stock;

import dev.sandoo.server.error.UserError;
import dev.sandoo.server.orm.Environment;
import dev.sandoo.server.orm.Records;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The way of moves until they are done: confirmed, reserved, cancelled, and back. */
final class Moves {
    /** What two moves of a transfer share that become one when they are confirmed. */
    private static final List<String> MERGED_BY = List.of(
            "product_id",
            "product_uom",
            "location_id",
            "location_dest_id",
            "picking_id",
            "price_unit",
            "procure_method",
            "propagate_cancel",
            "origin_returned_move_id",
            "description_picking_manual",
            "purchase_line_id",
            "sale_line_id");

    private Moves() {}

    /** Whether moves of this kind of transfer reserve as soon as they are confirmed. */
    static boolean isReservedWhenConfirmed(Records move) {
        String method = move.text("picking_type_id.reservation_method");
        return method.isEmpty() || method.equals("at_confirm");
    }

    /** Confirms moves that are drafts and reserves for them what their kind has reserved at once. */
    static void confirm(Records moves) {
        Records drafts = merged(moves.filter(move -> "draft".equals(move.get("state"))));
        Records waiting = drafts.filter(Moves::waitsForOthers);
        waiting.write(Map.of("state", "waiting"));
        without(drafts, waiting).write(Map.of("state", "confirmed"));
        Records atOnce = drafts.filter(Moves::isReservedWhenConfirmed);
        if (!atOnce.isEmpty()) {
            atOnce.write(Map.of("reservation_date", moves.env().today().toString()));
        }
        Records withLines = drafts.filter(move -> move.number("quantity") != 0);
        refresh(withLines);
        Reservation.reserve(drafts.filter(
                move -> isReservedWhenConfirmed(move) || Locations.isBoundless(move.records("location_id"))));
    }

    private static boolean waitsForOthers(Records move) {
        return !TransferFields.open(move.records("move_orig_ids")).isEmpty();
    }

    /** Moves of a transfer that differ in their quantity only become one. */
    private static Records merged(Records drafts) {
        Map<List<Object>, Records> kept = new LinkedHashMap<>();
        Map<Integer, Double> more = new LinkedHashMap<>();
        List<Integer> gone = new ArrayList<>();
        for (Records move : drafts) {
            List<Object> key = new ArrayList<>();
            MERGED_BY.forEach(name -> key.add(move.get(name)));
            Records first = move.integer("picking_id") == 0 ? null : kept.putIfAbsent(key, move);
            if (first != null) {
                more.merge(first.id(), move.number("product_uom_qty"), Double::sum);
                gone.add(move.id());
            }
        }
        more.forEach((id, quantity) -> {
            Records move = drafts.browse(List.of(id));
            move.writeQuietly(Map.of("product_uom_qty", move.number("product_uom_qty") + quantity));
        });
        Records merged = drafts.browse(gone);
        merged.records("move_line_ids").unlink();
        merged.unlink();
        return drafts.browse(
                drafts.ids().stream().filter(id -> !gone.contains(id)).toList());
    }

    /** Those of the first that the others are not among. */
    static Records without(Records moves, Records others) {
        return moves.browse(
                moves.ids().stream().filter(id -> !others.ids().contains(id)).toList());
    }

    /** Gives moves that are under way the state that fits what their lines take. */
    static void refresh(Records moves) {
        Map<String, List<Integer>> changed = new HashMap<>();
        for (Records move : TransferFields.open(moves)) {
            String state = fitting(move);
            if (!state.equals(move.get("state"))) {
                changed.computeIfAbsent(state, s -> new ArrayList<>()).add(move.id());
            }
        }
        changed.forEach((state, ids) -> moves.browse(ids).write(Map.of("state", state)));
    }

    private static String fitting(Records move) {
        double taken = move.number("quantity");
        if (taken > 0 && taken >= move.number("product_uom_qty")) {
            return "assigned";
        }
        if (taken > 0) {
            return "partially_available";
        }
        if ("draft".equals(move.get("state"))) {
            return "draft";
        }
        return waitsForOthers(move) ? "waiting" : "confirmed";
    }

    /** Gives back what the moves have reserved, save what is picked already. */
    static void unreserve(Records moves) {
        Records open = TransferFields.open(moves);
        open.records("move_line_ids").filter(line -> !line.bool("picked")).unlink();
        refresh(open);
    }

    /**
     * Cancels moves.
     *
     * @throws UserError when one of them is done
     */
    static void cancel(Records moves) {
        if (!moves.filter(move -> "done".equals(move.get("state"))).isEmpty()) {
            throw new UserError("You cannot cancel a stock move that has been set to 'Done'. Create a return in order"
                    + " to reverse the moves which took place.");
        }
        Records open = TransferFields.open(moves);
        if (open.isEmpty()) {
            return;
        }
        Records lines = open.records("move_line_ids");
        open.write(Map.of("state", "cancel", "procure_method", "make_to_stock"));
        lines.unlink();
    }

    /** Reserves for moves that wait for these products at these places, or below them. */
    static void wakeWaiting(Environment env, Records arrived) {
        Records places = arrived.records("location_dest_id").filter(place -> !Locations.isBoundless(place));
        List<Integer> products = arrived.records("product_id").ids();
        if (places.isEmpty() || products.isEmpty()) {
            return;
        }
        Reservation.reserve(env.sudo().model(StockAddon.MOVE).search(Waiting.forGoods(env, products, places)));
    }
}
