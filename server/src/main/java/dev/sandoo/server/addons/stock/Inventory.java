package dev.sandoo.server.addons.stock;

import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.Operator;
import dev.sandoo.server.orm.Environment;
import dev.sandoo.server.orm.Records;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes what was counted the quantity: moves from or to the place of losses bring the difference. */
final class Inventory {
    private Inventory() {}

    /** Applies the counts of the quants. */
    static void apply(Records quants) {
        Environment env = quants.env().sudo().with("inventory_mode", false);
        Records counted = quants.in(env);
        List<Map<String, Object>> moves = new ArrayList<>();
        for (Records quant : counted) {
            double difference = QuantFields.difference(quant);
            if (difference != 0) {
                moves.add(move(quant, difference));
            }
        }
        Records made = env.model(StockAddon.MOVE).createAll(moves);
        made.write(Map.of("picked", true));
        new Completion(env, Completion.Rest.BACKORDERED).moves(made);
        made.records("location_id")
                .union(made.records("location_dest_id"))
                .filter(place -> "internal".equals(place.get("usage")))
                .write(Map.of("last_inventory_date", env.today().toString()));
        clear(counted);
    }

    /** Forgets the counts. */
    static void clear(Records quants) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("inventory_quantity", 0);
        values.put("inventory_quantity_set", false);
        values.put("user_id", false);
        values.put("inventory_diff_quantity", 0);
        quants.in(quants.env().with("inventory_mode", false)).write(values);
        for (Records quant : quants) {
            if (List.of("internal", "transit").contains(quant.text("location_id.usage"))
                    && !QuantFields.nextCount(quant).equals(quant.get("inventory_date"))) {
                quant.writeQuietly(
                        Map.of("inventory_date", QuantFields.nextCount(quant).toString()));
            }
        }
    }

    private static Map<String, Object> move(Records quant, double difference) {
        int here = quant.integer("location_id");
        int losses = losses(quant);
        int company = quant.integer("company_id");
        String name = quant.env().context().text("inventory_name", "");
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("product_id", quant.integer("product_id"));
        line.put("product_uom_id", quant.integer("product_uom_id"));
        line.put("quantity", Math.abs(difference));
        for (String field : List.of("lot_id", "owner_id")) {
            line.put(field, quant.integer(field) == 0 ? (Object) false : quant.integer(field));
        }
        Map<String, Object> move = new LinkedHashMap<>();
        move.put("product_id", quant.integer("product_id"));
        move.put("product_uom", quant.integer("product_uom_id"));
        move.put("product_uom_qty", Math.abs(difference));
        move.put("company_id", company == 0 ? quant.env().companyId() : company);
        move.put("state", "confirmed");
        move.put("is_inventory", true);
        move.put("inventory_name", name.isEmpty() ? (Object) false : name);
        for (Map<String, Object> values : List.of(line, move)) {
            values.put("location_id", difference > 0 ? losses : here);
            values.put("location_dest_id", difference > 0 ? here : losses);
        }
        move.put("move_line_ids", List.of(List.of(0, 0, line)));
        return move;
    }

    /** Where the product's losses go, else the company's first place of losses. */
    private static int losses(Records quant) {
        int own = quant.integer("product_id.property_stock_inventory");
        if (own != 0) {
            return own;
        }
        Records places = quant.env()
                .model("stock.location")
                .search(Condition.term("usage", Operator.EQUALS, "inventory")
                        .and(Condition.term(
                                "company_id",
                                Operator.IN,
                                Arrays.asList(quant.env().companyId(), false))));
        return places.isEmpty()
                ? 0
                : places.ids().stream().mapToInt(id -> id).min().getAsInt();
    }
}
