package dev.sandoo.server.addons.stock;

import dev.sandoo.server.error.UserError;
import dev.sandoo.server.error.ValidationError;
import dev.sandoo.server.orm.Environment;
import dev.sandoo.server.orm.ModelHooks;
import dev.sandoo.server.orm.Records;
import java.util.List;
import java.util.Map;

/** Notes who counts what, and keeps quants to goods and places that can have them. */
final class QuantHooks implements ModelHooks {
    static final String COUNTED = "inventory_quantity";
    private static final List<String> FIXED = List.of("product_id", "location_id", "lot_id", "package_id", "owner_id");

    /** Whether the call is that of somebody who counts. */
    static boolean isCounting(Environment env) {
        return env.context().isTrue("inventory_mode", false);
    }

    @Override
    public void beforeDefaults(Environment env, List<Map<String, Object>> values) {
        values.forEach(one -> count(env, one));
    }

    private static void count(Environment env, Map<String, Object> values) {
        if (!values.containsKey(COUNTED)) {
            return;
        }
        values.putIfAbsent("inventory_quantity_set", true);
        if (isCounting(env)) {
            values.putIfAbsent("inventory_date", env.today().toString());
            values.putIfAbsent("user_id", env.uid());
        }
    }

    @Override
    public void afterCreate(Records quants, List<Map<String, Object>> values) {
        Records bare = quants.records("product_id").filter(product -> !product.bool("is_storable"));
        if (!bare.isEmpty()) {
            throw new ValidationError("Quants cannot be created for consumables or services.");
        }
        for (Records place : quants.records("location_id").filter(one -> "view".equals(one.get("usage")))) {
            throw new ValidationError(
                    "You cannot take products from or deliver products to a location of type \"view\" ("
                            + place.text("name") + ").");
        }
    }

    @Override
    public void beforeWrite(Records quants, Map<String, Object> values) {
        if (isCounting(quants.env()) && values.keySet().stream().anyMatch(FIXED::contains)) {
            throw new UserError("Quant's editing is restricted, you can't do this operation.");
        }
        count(quants.env(), values);
    }
}
