package dev.sandoo.server.addons.stock;

import dev.sandoo.server.addons.product.Units;
import dev.sandoo.server.orm.Records;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Carries the quantity that somebody sets on a move over to its lines. */
final class MoveQuantity {
    private MoveQuantity() {}

    /** What is missing goes to the first line or to a new one; what is too much comes off the last lines. */
    static void set(Records moves, Object value) {
        double wanted = value instanceof Number number ? number.doubleValue() : 0;
        List<Map<String, Object>> missing = new ArrayList<>();
        for (Records move : moves) {
            Records lines = move.records("move_line_ids");
            double more = wanted - taken(move, lines);
            if (more > 0 && lines.isEmpty()) {
                missing.add(line(move, more, move.records("product_uom"), move.integer("location_id")));
            } else if (more > 0) {
                Records first = lines.iterator().next();
                add(move, first, more);
            } else if (more < 0) {
                takeOff(move, lines, -more);
            }
        }
        moves.env().model(StockAddon.MOVE_LINE).createAll(missing);
    }

    private static double taken(Records move, Records lines) {
        double sum = 0;
        for (Records line : lines) {
            sum += Units.convert(line.number("quantity"), line.records("product_uom_id"), move.records("product_uom"));
        }
        return sum;
    }

    private static void add(Records move, Records line, double more) {
        double inLineUnits = Units.convert(more, move.records("product_uom"), line.records("product_uom_id"));
        line.write(Map.of("quantity", line.number("quantity") + inLineUnits));
    }

    private static void takeOff(Records move, Records lines, double tooMuch) {
        List<Integer> lastFirst = new ArrayList<>(lines.ids());
        Collections.reverse(lastFirst);
        double left = tooMuch;
        for (Records line : lines.browse(lastFirst)) {
            double quantity =
                    Units.convert(line.number("quantity"), line.records("product_uom_id"), move.records("product_uom"));
            double off = Math.min(left, quantity);
            left -= off;
            if (off == quantity && off > 0 && !"done".equals(move.get("state"))) {
                line.unlink();
            } else if (off > 0) {
                add(move, line, -off);
            }
        }
    }

    /** The values of a new line of a move. */
    static Map<String, Object> line(Records move, double quantity, Records unit, int location) {
        Map<String, Object> values = new LinkedHashMap<>();
        int transfer = move.integer("picking_id");
        values.put("move_id", move.id());
        values.put("picking_id", transfer == 0 ? false : transfer);
        values.put("product_id", move.integer("product_id"));
        values.put("product_uom_id", unit.id());
        values.put("location_id", location);
        values.put("location_dest_id", move.integer("location_dest_id"));
        values.put("company_id", move.integer("company_id"));
        values.put("quantity", quantity);
        return values;
    }
}
