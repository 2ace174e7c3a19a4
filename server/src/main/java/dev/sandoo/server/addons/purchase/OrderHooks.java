package dev.sandoo.server.addons.purchase;

import dev.sandoo.server.addons.base.SequenceAddon;
import dev.sandoo.server.error.UserError;
import dev.sandoo.server.field.PythonValues;
import dev.sandoo.server.orm.Environment;
import dev.sandoo.server.orm.ModelHooks;
import dev.sandoo.server.orm.Records;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Numbers new orders and keeps those that are not cancelled. */
final class OrderHooks implements ModelHooks {
    private static final String UNNUMBERED = "New";

    @Override
    public void beforeCreate(Environment env, List<Map<String, Object>> values) {
        Set<Integer> vendors = new LinkedHashSet<>();
        for (Map<String, Object> one : values) {
            if (one.get("partner_id") instanceof Integer vendor) {
                vendors.add(vendor);
            }
        }
        env.records("res.partner", vendors).requireExisting();
        for (Map<String, Object> one : values) {
            if (UNNUMBERED.equals(one.getOrDefault("name", UNNUMBERED))) {
                Object number = SequenceAddon.next(env, PurchaseAddon.ORDER);
                one.put("name", PythonValues.isTrue(number) ? number : "/");
            }
        }
    }

    @Override
    public void beforeUnlink(Records orders) {
        if (!orders.filter(order -> !"cancel".equals(order.get("state"))).isEmpty()) {
            throw new UserError("In order to delete a purchase order, you must cancel it first.");
        }
    }
}
