package dev.sandoo.server.addons.stock;

import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.Operator;
import dev.sandoo.server.orm.Environment;
import dev.sandoo.server.orm.Records;
import dev.sandoo.server.sql.SqlArray;
import dev.sandoo.server.sql.SqlFragment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Quantities of products at the places that count: those of all warehouses, or those that the context names. */
final class Onhand {
    static final List<String> FIELDS =
            List.of("qty_available", "virtual_available", "free_qty", "incoming_qty", "outgoing_qty");

    private static final String QUANTS = """
            SELECT product_id, sum(quantity)::float8, sum(reserved_quantity)::float8, 0::float8, 0::float8
              FROM stock_quant WHERE location_id = ANY(?)""";

    private static final String MOVES = """
            SELECT product_id, 0::float8, 0::float8,
                   sum(CASE WHEN location_dest_id = ANY(?) THEN product_qty ELSE 0 END)::float8,
                   sum(CASE WHEN location_id = ANY(?) THEN product_qty ELSE 0 END)::float8
              FROM stock_move WHERE state IN ('waiting', 'confirmed', 'assigned', 'partially_available')
               AND (location_dest_id = ANY(?)) <> (location_id = ANY(?))""";

    private final Map<Integer, double[]> byProduct = new HashMap<>();

    private Onhand() {}

    /** Those of these products. */
    static Onhand of(Environment env, Collection<Integer> products) {
        return read(env, SqlFragment.of(" AND product_id = ANY(?)", SqlArray.ids(products)));
    }

    /** Those of all products that there are quants or open moves of. */
    static Onhand ofAll(Environment env) {
        return read(env, SqlFragment.EMPTY);
    }

    private static Onhand read(Environment env, SqlFragment only) {
        Onhand onhand = new Onhand();
        SqlArray places = SqlArray.ids(places(env));
        env.settle();
        SqlFragment query = SqlFragment.of(QUANTS, places)
                .append(only)
                .append(" GROUP BY product_id UNION ALL ")
                .append(MOVES, places, places, places, places)
                .append(only)
                .append(" GROUP BY product_id");
        env.transaction().query(query, row -> {
            double[] sums = onhand.byProduct.computeIfAbsent(row.integer(1), id -> new double[4]);
            for (int i = 0; i < sums.length; i++) {
                Double more = row.doubleOrNull(i + 2);
                sums[i] += more == null ? 0 : more;
            }
            return sums;
        });
        return onhand;
    }

    private static List<Integer> places(Environment env) {
        Environment all = env.sudo().with("active_test", false);
        Records tops = all.model("stock.location");
        List<Object> named = new ArrayList<>(ids(env.context().get("location")));
        if (named.isEmpty()) {
            List<Integer> warehouses = ids(env.context().get("warehouse_id"));
            Condition which = warehouses.isEmpty()
                    ? Condition.term("company_id", Operator.IN, new ArrayList<Object>(env.companyIds()))
                    : Condition.term("id", Operator.IN, new ArrayList<Object>(warehouses));
            named.addAll(env.sudo()
                    .model("stock.warehouse")
                    .search(which)
                    .records("view_location_id")
                    .ids());
        }
        return tops.search(Condition.term("id", Operator.CHILD_OF, named)).ids();
    }

    private static List<Integer> ids(Object value) {
        List<Integer> ids = new ArrayList<>();
        for (Object one : value instanceof List<?> list ? list : Arrays.asList(value)) {
            if (one instanceof Integer id) {
                ids.add(id);
            }
        }
        return ids;
    }

    /** The products with any. */
    Set<Integer> ids() {
        return byProduct.keySet();
    }

    /** One of {@link #FIELDS} of a product. */
    double of(int product, String field) {
        double[] sums = byProduct.getOrDefault(product, new double[4]);
        return switch (field) {
            case "qty_available" -> sums[0];
            case "free_qty" -> sums[0] - sums[1];
            case "incoming_qty" -> sums[2];
            case "outgoing_qty" -> sums[3];
            case "virtual_available" -> sums[0] + sums[2] - sums[3];
            default -> throw new IllegalArgumentException("no quantity " + field);
        };
    }
}
