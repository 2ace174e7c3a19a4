package dev.sandoo.server.addons.stock;

import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.orm.Addon;
import dev.sandoo.server.orm.Behaviours;
import dev.sandoo.server.orm.Compute;
import dev.sandoo.server.orm.Records;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Where goods lie, and the names of places and of kinds of transfer. */
final class Locations implements Addon {
    private static final String LOCATION = "stock.location";
    private static final List<String> BOUNDLESS = List.of("supplier", "customer", "inventory", "production");

    @Override
    public void register(Behaviours.Builder behaviours) {
        behaviours
                .compute(LOCATION, "complete_name", (locations, results) -> names(locations, "complete_name", results))
                .compute(LOCATION, "display_name", (locations, results) -> names(locations, "display_name", results))
                .compute(
                        LOCATION,
                        List.of("warehouse_id"),
                        List.of("warehouse_view_ids", "location_id"),
                        Locations::warehouses)
                .computeEach(
                        LOCATION,
                        "is_empty",
                        location -> location.records("quant_ids").isEmpty())
                .method(LOCATION, "should_bypass_reservation", (self, arguments) -> isBoundless(self))
                .computeEach("stock.picking.type", "display_name", Locations::typeName);
    }

    /** Whether anything may be taken from the place without looking what is there. */
    static boolean isBoundless(Records location) {
        return BOUNDLESS.contains(location.text("usage"));
    }

    private static void names(Records locations, String field, Compute.Results results) {
        for (Records location : locations) {
            String above = location.text("location_id.complete_name");
            boolean top = above.isEmpty() || "view".equals(location.get("usage"));
            results.set(location.id(), field, top ? location.text("name") : above + "/" + location.text("name"));
        }
    }

    /** The warehouse whose top place is the nearest above. */
    private static void warehouses(Records locations, Compute.Results results) {
        Map<String, Integer> byView = new HashMap<>();
        Records all = locations.env().sudo().model("stock.warehouse").search(Condition.TRUE);
        for (Records warehouse : all) {
            byView.put(Integer.toString(warehouse.integer("view_location_id")), warehouse.id());
        }
        for (Records location : locations) {
            Object found = Arrays.stream(location.text("parent_path").split("/"))
                    .map(byView::get)
                    .filter(Objects::nonNull)
                    .reduce((first, second) -> second)
                    .orElse(null);
            results.set(location.id(), "warehouse_id", found);
        }
    }

    private static Object typeName(Records type) {
        String warehouse = type.text("warehouse_id.name");
        String name = type.text("name");
        return warehouse.isEmpty() ? name : warehouse + ": " + name;
    }
}
