package dev.sandoo.server.addons.stock;

import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.Operator;
import dev.sandoo.server.orm.Environment;
import dev.sandoo.server.orm.Records;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Takes reservations back where more is reserved than is left, because goods went that others had been promised. */
final class Overdrawn {
    private Overdrawn() {}

    /** @param places pairs of product and place */
    static void free(Environment env, Collection<List<Integer>> places) {
        Map<List<Integer>, Double> excess = excess(env.sudo(), places);
        if (excess.isEmpty()) {
            return;
        }
        Set<Object> products = new LinkedHashSet<>();
        excess.keySet().forEach(place -> products.add(place.get(0)));
        Records lines = env.sudo()
                .model(StockAddon.MOVE_LINE)
                .search(Condition.term("product_id", Operator.IN, new ArrayList<>(products))
                        .and(Condition.term(
                                "state",
                                Operator.IN,
                                List.of("assigned", "partially_available", "confirmed", "waiting"))));
        List<Integer> lastFirst = new ArrayList<>(lines.ids());
        lastFirst.sort((first, second) -> second - first);
        for (Records line : lines.browse(lastFirst)) {
            List<Integer> place = List.of(line.integer("product_id"), line.integer("location_id"));
            double off = Math.min(excess.getOrDefault(place, 0.0), line.number("quantity_product_uom"));
            if (off > 0) {
                excess.merge(place, -off, Double::sum);
                reduce(line, off);
            }
        }
    }

    private static void reduce(Records line, double off) {
        double left = line.number("quantity_product_uom") - off;
        if (left > 0) {
            line.write(Map.of("quantity", line.number("quantity") * left / line.number("quantity_product_uom")));
        } else {
            line.unlink();
        }
    }

    private static Map<List<Integer>, Double> excess(Environment env, Collection<List<Integer>> places) {
        Set<Object> products = new LinkedHashSet<>();
        places.forEach(place -> products.add(place.get(0)));
        Records quants = env.model(StockAddon.QUANT)
                .search(Condition.term("product_id", Operator.IN, new ArrayList<>(products))
                        .and(Condition.term("reserved_quantity", Operator.GREATER, 0)));
        Map<List<Integer>, Double> excess = new LinkedHashMap<>();
        for (Records quant : quants) {
            double over = quant.number("reserved_quantity") - Math.max(0, quant.number("quantity"));
            List<Integer> place = List.of(quant.integer("product_id"), quant.integer("location_id"));
            if (over > 0 && places.contains(place)) {
                excess.merge(place, over, Double::sum);
            }
        }
        return excess;
    }
}
