package dev.sandoo.server.addons.stock;

import dev.sandoo.server.addons.product.Units;
import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.Operator;
import dev.sandoo.server.orm.Environment;
import dev.sandoo.server.orm.Records;
import dev.sandoo.server.sql.SqlArray;
import dev.sandoo.server.sql.SqlFragment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Quantities that come and go, gathered and then brought onto the quants at once. */
final class QuantChanges {
    private static final List<String> KEY = List.of("product_id", "location_id", "lot_id", "package_id", "owner_id");

    private static final String CHANGE = """
            UPDATE stock_quant q SET quantity = COALESCE(q.quantity, 0) + v.change
              FROM (SELECT unnest(?) AS id, unnest(?) AS change) AS v WHERE q.id = v.id""";

    private final Environment env;
    private final Map<List<Integer>, Double> changes = new LinkedHashMap<>();

    QuantChanges(Environment env) {
        this.env = env.sudo().with("inventory_mode", false);
    }

    /** Takes a line's whole quantity from where it was to where it goes. */
    void addLine(Records line) {
        addLine(line, line.number("quantity"));
    }

    /** The same of a quantity in the line's unit. */
    void addLine(Records line, double quantity) {
        Records product = line.records("product_id");
        if (!product.bool("is_storable") || quantity == 0) {
            return;
        }
        double moved = Units.convert(quantity, line.records("product_uom_id"), product.records("uom_id"));
        int lot = line.integer("lot_id");
        int owner = line.integer("owner_id");
        add(List.of(product.id(), line.integer("location_id"), lot, line.integer("package_id"), owner), -moved);
        add(
                List.of(product.id(), line.integer("location_dest_id"), lot, line.integer("result_package_id"), owner),
                moved);
    }

    private void add(List<Integer> key, double change) {
        changes.merge(key, change, Double::sum);
    }

    /** The products and places that are changed. */
    Set<List<Integer>> places() {
        Set<List<Integer>> places = new LinkedHashSet<>();
        changes.keySet().forEach(key -> places.add(key.subList(0, 2)));
        return places;
    }

    /** Changes the quants, and makes those that are not there yet. */
    void apply() {
        if (changes.isEmpty()) {
            return;
        }
        Map<List<Integer>, Integer> known = known();
        List<Integer> ids = new ArrayList<>();
        List<Object> amounts = new ArrayList<>();
        List<Map<String, Object>> fresh = new ArrayList<>();
        changes.forEach((key, change) -> {
            Integer id = known.get(key);
            if (id == null) {
                fresh.add(values(key, change));
            } else {
                ids.add(id);
                amounts.add(change);
            }
        });
        if (!ids.isEmpty()) {
            env.transaction()
                    .update(SqlFragment.of(CHANGE, SqlArray.ids(ids), new SqlArray("float8", amounts.toArray())));
        }
        Records quants = env.model(StockAddon.QUANT);
        quants.forget();
        quants.createAll(fresh);
    }

    private Map<List<Integer>, Integer> known() {
        Set<Object> products = new LinkedHashSet<>();
        Set<Object> places = new LinkedHashSet<>();
        changes.keySet().forEach(key -> {
            products.add(key.get(0));
            places.add(key.get(1));
        });
        Map<List<Integer>, Integer> known = new LinkedHashMap<>();
        Records quants = env.model(StockAddon.QUANT)
                .search(Condition.term("product_id", Operator.IN, new ArrayList<>(products))
                        .and(Condition.term("location_id", Operator.IN, new ArrayList<>(places))));
        for (Records quant : quants) {
            known.merge(KEY.stream().map(quant::integer).toList(), quant.id(), Math::min);
        }
        return known;
    }

    private static Map<String, Object> values(List<Integer> key, double quantity) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < KEY.size(); i++) {
            values.put(KEY.get(i), key.get(i) == 0 ? (Object) false : key.get(i));
        }
        values.put("quantity", quantity);
        return values;
    }
}
