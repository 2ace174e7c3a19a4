package dev.sandoo.server.addons.stock;

import dev.sandoo.server.addons.product.Units;
import dev.sandoo.server.orm.Addon;
import dev.sandoo.server.orm.Behaviours;
import dev.sandoo.server.orm.Compute;
import dev.sandoo.server.orm.Records;
import java.util.List;

/** What a line takes from its move and product. */
final class MoveLineFields implements Addon {
    private static final String LINE = StockAddon.MOVE_LINE;

    @Override
    public void register(Behaviours.Builder behaviours) {
        for (String field : List.of("location_id", "location_dest_id")) {
            behaviours.compute(
                    LINE,
                    List.of(field),
                    List.of("move_id", "picking_id"),
                    (lines, results) -> fromMove(lines, field, results));
        }
        behaviours
                .computeEach(
                        LINE,
                        "product_uom_id",
                        List.of("move_id.product_uom", "product_id.uom_id"),
                        MoveLineFields::unit)
                .computeEach(LINE, "quantity_product_uom", MoveLineFields::inProductUnits)
                .computeEach(LINE, "picked", line -> line.bool("picked") || "done".equals(line.get("state")))
                .computeEach(LINE, "picking_type_id", line -> line.get("picking_id.picking_type_id"));
    }

    /** What the line takes in the unit of its product. */
    static double inProductUnits(Records line) {
        return Units.convert(
                line.number("quantity"), line.records("product_uom_id"), line.records("product_id.uom_id"));
    }

    private static void fromMove(Records lines, String field, Compute.Results results) {
        for (Records line : lines) {
            Object found = line.get(field);
            for (String source : List.of("move_id.", "picking_id.")) {
                found = found == null ? line.get(source + field) : found;
            }
            results.set(line.id(), field, found);
        }
    }

    private static Object unit(Records line) {
        Object found = line.get("product_uom_id");
        for (String source : List.of("move_id.product_uom", "product_id.uom_id")) {
            found = found == null ? line.get(source) : found;
        }
        return found;
    }
}
