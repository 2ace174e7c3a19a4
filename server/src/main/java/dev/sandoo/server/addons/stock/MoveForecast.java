package dev.sandoo.server.addons.stock;

import dev.sandoo.server.orm.Addon;
import dev.sandoo.server.orm.Behaviours;
import dev.sandoo.server.orm.Compute;
import dev.sandoo.server.orm.Environment;
import dev.sandoo.server.orm.Records;
import java.util.List;

/** Whether there is or will be enough for moves and their transfers. */
final class MoveForecast implements Addon {
    private static final String MOVE = StockAddon.MOVE;
    private static final String TRANSFER = StockAddon.TRANSFER;

    @Override
    public void register(Behaviours.Builder behaviours) {
        behaviours
                .computeEach(MOVE, "availability", MoveForecast::availability)
                .computeEach(MOVE, "forecast_availability", MoveForecast::forecast)
                .computeEach(TRANSFER, "show_check_availability", MoveForecast::checkable)
                .compute(
                        TRANSFER,
                        List.of("products_availability", "products_availability_state"),
                        List.of(),
                        MoveForecast::transfers);
    }

    /** What lies free where the move takes from, at most what it wants. */
    private static Object availability(Records move) {
        double wanted = move.number("product_qty");
        return "done".equals(move.get("state")) ? wanted : Math.min(wanted, free(move));
    }

    private static double free(Records move) {
        if (!move.bool("product_id.is_storable")) {
            return 0;
        }
        Environment there = move.env().with("location", move.integer("location_id"));
        return Math.max(0, move.records("product_id").in(there).number("free_qty"));
    }

    private static Object forecast(Records move) {
        double wanted = move.number("product_qty");
        double found = wanted;
        if ("done".equals(move.get("state")) && move.bool("product_id.is_storable")) {
            found = move.number("product_id.virtual_available");
        } else if (List.of("done", "assigned").contains(move.text("state"))) {
            found = move.number("quantity");
        } else if (isTakenFromStock(move)) {
            double left =
                    move.number("product_id.virtual_available") - ("draft".equals(move.get("state")) ? wanted : 0);
            found = left >= 0 ? wanted : left;
        }
        return found;
    }

    private static boolean isTakenFromStock(Records move) {
        return move.bool("product_id.is_storable") && !Locations.isBoundless(move.records("location_id"));
    }

    private static Object checkable(Records transfer) {
        boolean waits = List.of("confirmed", "waiting", "assigned").contains(transfer.text("state"))
                && !"incoming".equals(transfer.get("picking_type_code"));
        boolean missing = !transfer.records("move_ids")
                .filter(move ->
                        List.of("waiting", "confirmed", "partially_available").contains(move.text("state"))
                                && move.number("product_uom_qty") != 0
                                && !move.bool("picked"))
                .isEmpty();
        return waits && missing;
    }

    private static void transfers(Records transfers, Compute.Results results) {
        for (Records transfer : transfers) {
            boolean told = List.of("confirmed", "waiting", "assigned").contains(transfer.text("state"))
                    && "outgoing".equals(transfer.get("picking_type_code"));
            if (told) {
                boolean enough = transfer.records("move_ids")
                        .filter(move -> move.number("forecast_availability") < move.number("product_qty"))
                        .isEmpty();
                results.set(transfer.id(), "products_availability", enough ? "Available" : "Not Available");
                results.set(transfer.id(), "products_availability_state", enough ? "available" : "late");
            } else {
                results.set(transfer.id(), "products_availability", null);
                results.set(transfer.id(), "products_availability_state", null);
            }
        }
    }
}
