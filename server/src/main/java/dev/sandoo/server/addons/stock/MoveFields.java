package dev.sandoo.server.addons.stock;

import dev.sandoo.server.addons.product.Units;
import dev.sandoo.server.field.PythonValues;
import dev.sandoo.server.orm.Addon;
import dev.sandoo.server.orm.Behaviours;
import dev.sandoo.server.orm.Compute;
import dev.sandoo.server.orm.Records;
import java.util.List;
import java.util.Map;

/** What a move takes from its transfer and its product and makes of its lines. */
final class MoveFields implements Addon {
    private static final String MOVE = StockAddon.MOVE;

    @Override
    public void register(Behaviours.Builder behaviours) {
        for (String field : List.of("location_id", "location_dest_id", "partner_id", "picking_type_id", "priority")) {
            behaviours.compute(
                    MOVE,
                    List.of(field),
                    List.of("picking_id." + field),
                    (moves, results) -> fromTransfer(moves, field, results));
        }
        behaviours
                .computeEach(MOVE, "product_uom", MoveFields::unit)
                .computeEach(MOVE, "product_qty", MoveFields::inProductUnits)
                .computeEach(MOVE, "quantity", MoveFields::taken)
                .inverse(MOVE, "quantity", MoveQuantity::set)
                .computeEach(MOVE, "picked", MoveFields::picked)
                .inverse(
                        MOVE,
                        "picked",
                        (moves, value) -> moves.records("move_line_ids").write(Map.of("picked", value)))
                .computeEach(MOVE, "reference", MoveFields::reference)
                .computeEach(MOVE, "display_name", MoveFields::name)
                .computeEach(MOVE, "description_picking", MoveFields::description)
                .inverse(
                        MOVE,
                        "description_picking",
                        (moves, value) -> moves.write(Map.of("description_picking_manual", value)))
                .computeEach(
                        MOVE,
                        "reservation_date",
                        move -> Moves.isReservedWhenConfirmed(move) ? move.get("reservation_date") : null)
                .computeEach(
                        MOVE,
                        "move_lines_count",
                        move -> move.records("move_line_ids").size())
                .computeEach(
                        MOVE, "is_locked", move -> move.integer("picking_id") != 0 && move.bool("picking_id.is_locked"))
                .computeEach(
                        MOVE,
                        "is_initial_demand_editable",
                        move -> "draft".equals(move.get("state")) || !move.bool("picking_id.is_locked"))
                .computeEach(MOVE, "is_quantity_done_editable", move -> move.integer("product_id") != 0)
                .computeEach(
                        MOVE,
                        "packaging_uom_id",
                        List.of("sale_line_id.product_uom_id", "purchase_line_id.product_uom_id", "product_uom"),
                        MoveFields::packaging)
                .computeEach(
                        MOVE,
                        "packaging_uom_qty",
                        move -> Units.convert(
                                move.number("product_uom_qty"),
                                move.records("product_uom"),
                                move.records("packaging_uom_id")));
    }

    private static void fromTransfer(Records moves, String field, Compute.Results results) {
        for (Records move : moves) {
            Object found = move.get("picking_id." + field);
            results.set(move.id(), field, found == null ? move.get(field) : found);
        }
    }

    private static Object unit(Records move) {
        Object own = move.get("product_uom");
        return own == null ? move.get("product_id.uom_id") : own;
    }

    private static Object inProductUnits(Records move) {
        return Units.convert(
                move.number("product_uom_qty"), move.records("product_uom"), move.records("product_id.uom_id"));
    }

    /** What its lines take, in the move's unit. */
    private static double taken(Records move) {
        double sum = 0;
        for (Records line : move.records("move_line_ids")) {
            sum += Units.convert(line.number("quantity"), line.records("product_uom_id"), move.records("product_uom"));
        }
        return sum;
    }

    private static Object picked(Records move) {
        boolean any = move.records("move_line_ids").values("picked").containsValue(true);
        return any || "done".equals(move.get("state"));
    }

    private static Object reference(Records move) {
        String name = move.text("picking_id.name");
        if (!move.text("scrap_id.name").isEmpty()) {
            name = move.text("scrap_id.name");
        } else if (move.bool("is_inventory")) {
            name = adjustment(move);
        }
        return name.isEmpty() ? null : name;
    }

    private static String adjustment(Records move) {
        String given = move.text("inventory_name");
        String by = " (" + move.text("create_uid.name") + ")";
        String done = move.number("product_uom_qty") == 0 ? "Product Quantity Confirmed" : "Product Quantity Updated";
        return given.isEmpty() ? done + by : given;
    }

    private static Object name(Records move) {
        String origin = move.text("picking_id.origin");
        String code = move.text("product_id.default_code");
        return (origin.isEmpty() ? "" : origin + "/") + (code.isEmpty() ? "" : code + ": ")
                + move.text("location_id.name") + ">" + move.text("location_dest_id.name");
    }

    /** What the product wants said on receipts, deliveries and other transfers; else its name. */
    private static Object description(Records move) {
        String text = move.text("description_picking_manual");
        Records product = move.records("product_id");
        if (text.isEmpty() && PythonValues.isTrue(move.get("purchase_line_id"))) {
            text = move.text("purchase_line_id.name");
        }
        if (text.isEmpty()) {
            text = product.text(
                    switch (move.text("picking_type_id.code")) {
                        case "incoming" -> "description_pickingin";
                        case "outgoing" -> "description_pickingout";
                        default -> "description_picking";
                    });
        }
        boolean sold = PythonValues.isTrue(move.get("sale_line_id"));
        return text.isEmpty() && !sold ? product.text("display_name") : text;
    }

    private static Object packaging(Records move) {
        Object unit = move.get("product_uom");
        for (String source : List.of("sale_line_id", "purchase_line_id")) {
            Object ordered = move.get(source + ".product_uom_id");
            unit = ordered == null ? unit : ordered;
        }
        return unit;
    }
}
