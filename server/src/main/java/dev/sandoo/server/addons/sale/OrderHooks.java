package dev.sandoo.server.addons.sale;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.ModelDef;
import dev.sandoo.server.addons.base.SequenceAddon;
import dev.sandoo.server.error.UserError;
import dev.sandoo.server.field.PythonValues;
import dev.sandoo.server.orm.Environment;
import dev.sandoo.server.orm.ModelHooks;
import dev.sandoo.server.orm.Records;
import java.util.List;
import java.util.Map;

/** Numbers new orders, fills in what is not computed, and keeps confirmed orders. */
final class OrderHooks implements ModelHooks {
    private static final String UNNUMBERED = "New";
    private static final List<String> FROM_CUSTOMER =
            List.of("partner_invoice_id", "partner_shipping_id", "pricelist_id");

    @Override
    public void beforeCreate(Environment env, List<Map<String, Object>> values) {
        for (Map<String, Object> one : values) {
            if (UNNUMBERED.equals(one.getOrDefault("name", UNNUMBERED))) {
                Object number = SequenceAddon.next(env, "sale.order");
                one.put("name", Boolean.FALSE.equals(number) ? UNNUMBERED : number);
            }
            fromCustomer(env, one);
        }
    }

    private static void fromCustomer(Environment env, Map<String, Object> values) {
        ModelDef model = env.registry().model(SaleAddon.ORDER);
        if (!(values.get("partner_id") instanceof Integer partner)) {
            return;
        }
        env.record("res.partner", partner).requireExisting();
        for (String name : FROM_CUSTOMER) {
            FieldDef field = model.fields().get(name);
            if (!field.isComputed() && !PythonValues.isTrue(values.get(name))) {
                Object value = CustomerTerms.of(env.record("res.partner", partner), name);
                if (value != null) {
                    values.put(name, value);
                }
            }
        }
    }

    @Override
    public void beforeWrite(Records orders, Map<String, Object> values) {
        boolean guarded =
                values.containsKey("pricelist_id") && orders.env().version().has("sale.pricelist.guarded");
        if (guarded && !orders.filter(OrderStates::isConfirmed).isEmpty()) {
            throw new UserError("You cannot change the pricelist of a confirmed order !");
        }
    }

    @Override
    public void beforeUnlink(Records orders) {
        if (!orders.filter(order -> !List.of("draft", "cancel").contains(order.text("state")))
                .isEmpty()) {
            throw new UserError(
                    "You can not delete a sent quotation or a confirmed sales order. You must first cancel it.");
        }
    }
}
