package dev.sandoo.server.addons.sale;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.ModelDef;
import dev.sandoo.server.addons.product.PricelistPrice;
import dev.sandoo.server.error.UserError;
import dev.sandoo.server.field.PythonValues;
import dev.sandoo.server.orm.Environment;
import dev.sandoo.server.orm.ModelHooks;
import dev.sandoo.server.orm.Records;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Fills in what is not computed of new lines, and keeps the lines of confirmed and locked orders. */
final class LineHooks implements ModelHooks {
    /** What a locked order does not let go of, in any version. */
    private static final List<String> HELD = List.of(
            "analytic_distribution",
            "analytic_tag_ids",
            "discount",
            "name",
            "price_unit",
            "product_id",
            "product_uom",
            "product_uom_id",
            "product_uom_qty",
            "tax_id",
            "tax_ids");

    @Override
    public void beforeDefaults(Environment env, List<Map<String, Object>> values) {
        ModelDef model = env.registry().model(SaleAddon.LINE);
        for (Map<String, Object> one : values) {
            if (PythonValues.isTrue(one.get("display_type"))) {
                makeText(env, model, one);
            } else if (one.get("product_id") instanceof Integer product) {
                env.record("product.product", product).requireExisting();
                fromProduct(env, model, one, env.record("product.product", product));
            }
        }
    }

    private static void makeText(Environment env, ModelDef model, Map<String, Object> values) {
        values.put("product_uom_qty", 0);
        if (env.version().has("sale.line.text-emptied")) {
            values.put("product_id", false);
            values.put("price_unit", 0);
            values.put("product_uom", false);
            values.put("customer_lead", 0);
        }
    }

    private static void fromProduct(Environment env, ModelDef model, Map<String, Object> values, Records product) {
        Records order = values.get("order_id") instanceof Integer id
                ? env.record(SaleAddon.ORDER, id)
                : env.model(SaleAddon.ORDER);
        fill(model, values, "name", () -> OrderLines.text(product, order.records("partner_id")));
        fill(model, values, "product_uom", () -> product.get("uom_id"));
        fill(
                model,
                values,
                "tax_id",
                () -> List.of(List.of(6, 0, OrderLines.taxes(product, order.integer("company_id")))));
        fill(model, values, "price_unit", () -> {
            double quantity = values.get("product_uom_qty") instanceof Number number ? number.doubleValue() : 1;
            Records unit = values.get("product_uom") instanceof Integer id
                    ? env.record("uom.uom", id)
                    : product.records("uom_id");
            return PricelistPrice.of(order.records("pricelist_id"), product).forQuantity(quantity, unit);
        });
    }

    private static void fill(ModelDef model, Map<String, Object> values, String name, Supplier<Object> value) {
        FieldDef field = model.fields().get(name);
        if (field != null && !field.isComputed() && (!values.containsKey(name) || isUnset(values, name))) {
            values.put(name, value.get());
        }
    }

    private static boolean isUnset(Map<String, Object> values, String name) {
        return name.equals("name") && !PythonValues.isTrue(values.get(name));
    }

    @Override
    public void beforeWrite(Records lines, Map<String, Object> values) {
        if (values.containsKey("display_type")) {
            Object wanted = PythonValues.isTrue(values.get("display_type")) ? values.get("display_type") : null;
            if (!lines.filter(line -> !Objects.equals(line.get("display_type"), wanted))
                    .isEmpty()) {
                throw new UserError(
                        "You cannot change the type of a sale order line. Instead you should delete the current line"
                                + " and create a new line of the proper type.");
            }
        }
        List<String> labels = new ArrayList<>();
        for (String name : new TreeSet<>(values.keySet())) {
            if (HELD.contains(name)) {
                labels.add(lines.field(name).string());
            }
        }
        if (!labels.isEmpty()
                && !lines.records("order_id").filter(OrderStates::isLocked).isEmpty()) {
            throw new UserError(
                    "It is forbidden to modify the following fields in a locked order:\n" + String.join("\n", labels));
        }
    }

    @Override
    public void afterCreate(Records lines, List<Map<String, Object>> values) {
        Deliveries.order(lines.filter(OrderStates::isConfirmed).records("order_id"));
    }

    @Override
    public void afterWrite(Records lines, Map<String, Object> values) {
        if (values.containsKey("product_uom_qty")) {
            Records confirmed = lines.filter(OrderStates::isConfirmed);
            Deliveries.lower(confirmed);
            Deliveries.order(confirmed.records("order_id"));
        }
    }

    @Override
    public void beforeUnlink(Records lines) {
        boolean kept = !lines.filter(line -> OrderStates.isConfirmed(line)
                        && line.get("display_type") == null
                        && !line.bool("is_downpayment"))
                .isEmpty();
        if (kept) {
            throw new UserError(lines.env().version().message("sale.line.kept"));
        }
    }
}
