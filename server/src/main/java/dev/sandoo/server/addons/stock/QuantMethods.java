package dev.sandoo.server.addons.stock;

import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.Operator;
import dev.sandoo.server.error.PythonError;
import dev.sandoo.server.orm.Addon;
import dev.sandoo.server.orm.Arguments;
import dev.sandoo.server.orm.Behaviours;
import dev.sandoo.server.orm.Records;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counting: what is counted is applied, set to what is there or to nothing, or forgotten. */
final class QuantMethods implements Addon {
    private static final String QUANT = StockAddon.QUANT;
    private static final List<String> KEY = List.of("lot_id", "package_id", "owner_id");

    @Override
    public void register(Behaviours.Builder behaviours) {
        behaviours
                .method(QUANT, "create", QuantMethods::create)
                .method(QUANT, "action_apply_inventory", (quants, arguments) -> {
                    quants.requireReadable();
                    Inventory.apply(quants);
                    return null;
                })
                .method(QUANT, "action_set_inventory_quantity", QuantMethods::setToQuantity)
                .method(QUANT, "action_set_inventory_quantity_zero", (quants, arguments) -> {
                    Map<String, Object> values = new LinkedHashMap<>();
                    values.put("inventory_quantity", 0);
                    values.put("user_id", quants.env().uid());
                    quants.write(values);
                    return null;
                })
                .method(QUANT, "action_clear_inventory_quantity", (quants, arguments) -> {
                    quants.requireReadable();
                    Inventory.clear(quants);
                    return null;
                });
    }

    /** Who counts goods at a place where there is a quant of them counts that one. */
    @SuppressWarnings("unchecked")
    private static Object create(Records self, Arguments arguments) {
        Object given = arguments.only();
        boolean single = given instanceof Map;
        List<?> all = single ? List.of(given) : given instanceof List<?> list ? list : List.of();
        if (!QuantHooks.isCounting(self.env())) {
            List<Integer> ids = self.createAll((List<Map<String, Object>>) all).ids();
            return single ? (Object) ids.get(0) : ids;
        }
        List<Integer> ids = new ArrayList<>();
        for (Object one : all) {
            ids.add(count(self, new LinkedHashMap<>((Map<String, Object>) one)));
        }
        return single ? (Object) ids.get(0) : ids;
    }

    private static int count(Records self, Map<String, Object> values) {
        boolean counts =
                values.containsKey("inventory_quantity") || values.containsKey("inventory_quantity_auto_apply");
        Records found = counts ? existing(self, values) : self.browse(List.of());
        if (found.isEmpty()) {
            return self.create(values).id();
        }
        Records quant = found.browse(List.of(found.ids().get(0)));
        Map<String, Object> counted = new LinkedHashMap<>(values);
        List.of("product_id", "location_id").forEach(counted::remove);
        KEY.forEach(counted::remove);
        quant.write(counted);
        return quant.id();
    }

    private static Records existing(Records self, Map<String, Object> values) {
        List<Condition> parts = new ArrayList<>();
        for (String name : List.of("product_id", "location_id")) {
            if (!values.containsKey(name)) {
                throw PythonError.keyError(name);
            }
            parts.add(Condition.term(name, Operator.EQUALS, values.get(name)));
        }
        KEY.forEach(name -> parts.add(Condition.term(name, Operator.EQUALS, values.getOrDefault(name, false))));
        return self.sudo().search(Condition.allOf(parts)).in(self.env());
    }

    private static Object setToQuantity(Records quants, Arguments arguments) {
        if (quants.values("inventory_quantity_set").containsValue(true)) {
            return alreadyCounted(quants);
        }
        for (Records quant : quants) {
            quant.write(Map.of("inventory_quantity", quant.number("quantity")));
        }
        quants.write(Map.of("user_id", quants.env().uid(), "inventory_quantity_set", true));
        return null;
    }

    /** A window asks before counts are overwritten. */
    private static Object alreadyCounted(Records quants) {
        Map<String, Object> action = new LinkedHashMap<>();
        action.put("name", "Quantities Already Set");
        action.put("type", "ir.actions.act_window");
        action.put("view_mode", "form");
        action.put("views", List.of(List.of(false, "form")));
        action.put("view_id", false);
        action.put("res_model", "stock.inventory.warning");
        action.put("target", "new");
        action.put("context", Map.of("default_quant_ids", quants.ids()));
        return action;
    }
}
