package dev.sandoo.server.addons.stock;

import dev.sandoo.server.addons.product.Units;
import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.Operator;
import dev.sandoo.server.orm.Environment;
import dev.sandoo.server.orm.Records;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds goods for moves: lines take what is free where the move takes from, the oldest first. */
final class Reservation {
    private final Environment env;
    private final Map<Integer, List<Free>> free = new HashMap<>();
    private final List<Map<String, Object>> lines = new ArrayList<>();

    private Reservation(Environment env) {
        this.env = env;
    }

    /** What a quant has left. */
    private static final class Free {
        private final Map<String, Object> place = new LinkedHashMap<>();
        private final String path;
        private double left;

        private Free(Records quant) {
            for (String name : List.of("location_id", "lot_id", "package_id", "owner_id")) {
                int id = quant.integer(name);
                place.put(name, id == 0 ? (Object) false : (Object) id);
            }
            path = quant.text("location_id.parent_path");
            left = quant.number("quantity") - quant.number("reserved_quantity");
        }

        private double take(double wanted) {
            double taken = Math.max(0, Math.min(wanted, left));
            left -= taken;
            return taken;
        }
    }

    /** Reserves what the moves still miss and gives them their states. */
    static void reserve(Records moves) {
        Records wanting = moves.filter(
                move -> List.of("confirmed", "waiting", "partially_available").contains(move.text("state")));
        if (wanting.isEmpty()) {
            return;
        }
        Reservation reservation = new Reservation(moves.env().sudo());
        reservation.look(wanting);
        wanting.forEach(reservation::take);
        reservation.env.model(StockAddon.MOVE_LINE).createAll(reservation.lines);
        Moves.refresh(wanting);
    }

    private void look(Records moves) {
        List<Object> products = new ArrayList<>(
                moves.filter(Reservation::isLimited).records("product_id").ids());
        if (products.isEmpty()) {
            return;
        }
        Records quants = env.model(StockAddon.QUANT)
                .search(Condition.term("product_id", Operator.IN, products)
                        .and(Condition.term("location_id.usage", Operator.IN, List.of("internal", "transit"))));
        List<Records> oldestFirst = new ArrayList<>();
        quants.forEach(oldestFirst::add);
        oldestFirst.sort(
                Comparator.comparing((Records quant) -> quant.moment("in_date")).thenComparing(Records::id));
        for (Records quant : oldestFirst) {
            free.computeIfAbsent(quant.integer("product_id"), id -> new ArrayList<>())
                    .add(new Free(quant));
        }
    }

    private static boolean isLimited(Records move) {
        return move.bool("product_id.is_storable") && !Locations.isBoundless(move.records("location_id"));
    }

    private void take(Records move) {
        double missing = move.number("product_uom_qty") - move.number("quantity");
        if (missing <= 0) {
            return;
        }
        if (!isLimited(move)) {
            lines.add(MoveQuantity.line(move, missing, move.records("product_uom"), move.integer("location_id")));
            return;
        }
        Records unit = move.records("product_id.uom_id");
        double wanted = Units.convert(missing, move.records("product_uom"), unit);
        String path = move.text("location_id.parent_path");
        for (Free quant : free.getOrDefault(move.integer("product_id"), List.of())) {
            double taken = quant.path.startsWith(path) ? quant.take(wanted) : 0;
            if (taken > 0) {
                wanted -= taken;
                Records shown = move.records("product_uom");
                Map<String, Object> line =
                        MoveQuantity.line(move, Units.convert(taken, unit, shown), shown, move.integer("location_id"));
                line.putAll(quant.place);
                lines.add(line);
            }
        }
    }
}
