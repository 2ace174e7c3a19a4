package dev.sandoo.server.addons.stock;

import dev.sandoo.server.orm.Addon;
import dev.sandoo.server.orm.Behaviours;
import dev.sandoo.server.orm.Compute;
import dev.sandoo.server.orm.Records;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** What a transfer takes from its kind and makes of its moves. */
final class TransferFields implements Addon {
    private static final String TRANSFER = StockAddon.TRANSFER;

    @Override
    public void register(Behaviours.Builder behaviours) {
        behaviours
                .computeEach(
                        TRANSFER,
                        "state",
                        List.of("move_type", "move_ids.state", "move_ids.picking_id", "move_ids.product_uom_qty"),
                        TransferState::of)
                .compute(
                        TRANSFER,
                        List.of("location_id"),
                        List.of("picking_type_id", "partner_id"),
                        (transfers, results) -> fromType(transfers, "location_id", "default_location_src_id", results))
                .compute(
                        TRANSFER,
                        List.of("location_dest_id"),
                        List.of("picking_type_id", "partner_id"),
                        (transfers, results) ->
                                fromType(transfers, "location_dest_id", "default_location_dest_id", results))
                .compute(
                        TRANSFER,
                        List.of("move_type"),
                        List.of("picking_type_id"),
                        (transfers, results) -> fromType(transfers, "move_type", "move_type", results))
                .compute(TRANSFER, "scheduled_date", (transfers, results) -> days(transfers, "scheduled_date", results))
                .inverse(
                        TRANSFER,
                        "scheduled_date",
                        (transfers, value) ->
                                open(transfers.records("move_ids")).write(Map.of("date", value)))
                .compute(TRANSFER, "date_deadline", (transfers, results) -> days(transfers, "date_deadline", results))
                .computeEach(
                        TRANSFER,
                        "has_tracking",
                        List.of("move_ids.product_id"),
                        transfer -> isTracked(transfer.records("move_ids.product_id")))
                .computeEach(
                        TRANSFER,
                        "is_date_editable",
                        transfer -> !List.of("done", "cancel").contains(transfer.text("state"))
                                || !transfer.bool("is_locked"))
                .computeEach(
                        TRANSFER,
                        "return_count",
                        transfer -> transfer.records("return_ids").size());
    }

    private static boolean isTracked(Records products) {
        return !products.filter(product -> List.of("lot", "serial").contains(product.text("tracking")))
                .isEmpty();
    }

    /** The moves that are still to be done. */
    static Records open(Records moves) {
        return moves.filter(move -> !List.of("done", "cancel").contains(move.text("state")));
    }

    private static void fromType(Records transfers, String field, String source, Compute.Results results) {
        for (Records transfer : transfers) {
            Object found = transfer.get("picking_type_id." + source);
            results.set(transfer.id(), field, found == null ? transfer.get(field) : found);
        }
    }

    /** The first day of the moves, or the last one for transfers that go all at once. */
    private static void days(Records transfers, String field, Compute.Results results) {
        String source = field.equals("scheduled_date") ? "date" : field;
        for (Records transfer : transfers) {
            Records moves = open(transfer.records("move_ids"));
            Comparator<LocalDateTime> order = Comparator.naturalOrder();
            Stream<LocalDateTime> all = moves.values(source).values().stream()
                    .filter(Objects::nonNull)
                    .map(LocalDateTime.class::cast);
            Object found = all.min("one".equals(transfer.get("move_type")) ? order.reversed() : order)
                    .map(Object.class::cast)
                    .orElse(moves.isEmpty() || source.equals("date") ? transfer.get(field) : null);
            results.set(transfer.id(), field, found);
        }
    }
}
