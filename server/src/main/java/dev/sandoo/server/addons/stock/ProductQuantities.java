package dev.sandoo.server.addons.stock;

import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.Operator;
import dev.sandoo.server.field.PythonValues;
import dev.sandoo.server.orm.Addon;
import dev.sandoo.server.orm.Behaviours;
import dev.sandoo.server.orm.Compute;
import dev.sandoo.server.orm.Environment;
import dev.sandoo.server.orm.Records;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoublePredicate;

/** How much of a product is there, is free, comes and goes. */
final class ProductQuantities implements Addon {
    private static final String PRODUCT = StockAddon.PRODUCT;
    private static final String TEMPLATE = "product.template";
    private static final List<String> OF_TEMPLATES =
            List.of("qty_available", "virtual_available", "incoming_qty", "outgoing_qty");

    @Override
    public void register(Behaviours.Builder behaviours) {
        behaviours.compute(PRODUCT, Onhand.FIELDS, List.of(), ProductQuantities::products);
        behaviours.compute(TEMPLATE, OF_TEMPLATES, List.of(), ProductQuantities::templates);
        for (String field : Onhand.FIELDS) {
            behaviours.search(PRODUCT, field, (env, operator, value) -> search(env, field, operator, value));
        }
        for (String field : OF_TEMPLATES) {
            behaviours.search(
                    TEMPLATE,
                    field,
                    (env, operator, value) -> searchTemplates(env, search(env, field, operator, value)));
        }
        behaviours
                .inverse(PRODUCT, "qty_available", ProductQuantities::count)
                .inverse(
                        TEMPLATE,
                        "qty_available",
                        (templates, value) -> count(templates.records("product_variant_ids"), value));
    }

    private static void products(Records products, Compute.Results results) {
        Onhand onhand = Onhand.of(products.env(), products.ids());
        for (int id : products.ids()) {
            Onhand.FIELDS.forEach(field -> results.set(id, field, onhand.of(id, field)));
        }
    }

    private static void templates(Records templates, Compute.Results results) {
        Onhand onhand = Onhand.of(
                templates.env(), templates.records("product_variant_ids").ids());
        for (Records template : templates) {
            List<Integer> variants = template.records("product_variant_ids").ids();
            for (String field : OF_TEMPLATES) {
                double sum = variants.stream()
                        .mapToDouble(id -> onhand.of(id, field))
                        .sum();
                results.set(template.id(), field, sum);
            }
        }
    }

    /** Only products with quants or moves are looked at: where nothing fits too, all others fit. */
    private static Condition search(Environment env, String field, Operator operator, Object value) {
        DoublePredicate fits = fitting(operator, value);
        Onhand onhand = Onhand.ofAll(env);
        Set<Object> found = new LinkedHashSet<>();
        boolean others = fits.test(0);
        for (int id : onhand.ids()) {
            if (fits.test(onhand.of(id, field)) != others) {
                found.add(id);
            }
        }
        return Condition.term("id", others ? Operator.NOT_IN : Operator.IN, new ArrayList<>(found));
    }

    private static DoublePredicate fitting(Operator operator, Object value) {
        double wanted = value instanceof Number number ? number.doubleValue() : 0;
        List<Double> several = new ArrayList<>();
        if (value instanceof Iterable<?> values) {
            values.forEach(one -> several.add(one instanceof Number number ? number.doubleValue() : 0.0));
        } else {
            several.add(PythonValues.isTrue(value) ? wanted : 0.0);
        }
        return switch (operator) {
            case LESS -> quantity -> quantity < wanted;
            case LESS_OR_EQUAL -> quantity -> quantity <= wanted;
            case GREATER -> quantity -> quantity > wanted;
            case GREATER_OR_EQUAL -> quantity -> quantity >= wanted;
            case NOT_EQUALS, NOT_IN, LESS_GREATER -> quantity -> !several.contains(quantity);
            default -> several::contains;
        };
    }

    private static Condition searchTemplates(Environment env, Condition products) {
        Records templates = env.sudo()
                .with("active_test", false)
                .model(PRODUCT)
                .search(products)
                .records("product_tmpl_id");
        return Condition.term("id", Operator.IN, new ArrayList<Object>(templates.ids()));
    }

    /** Writing a quantity counts the goods at the first place of the company's first warehouse. */
    private static void count(Records products, Object value) {
        Environment env = products.env().sudo();
        Records warehouses =
                env.model("stock.warehouse").search(Condition.term("company_id", Operator.EQUALS, env.companyId()));
        if (warehouses.isEmpty()) {
            return;
        }
        int place = warehouses.iterator().next().integer("lot_stock_id");
        for (Records product : products.filter(one -> one.bool("is_storable"))) {
            Records quants = env.model(StockAddon.QUANT)
                    .search(Condition.term("product_id", Operator.EQUALS, product.id())
                            .and(Condition.term("location_id", Operator.EQUALS, place)));
            Records quant = quants.isEmpty()
                    ? quants.create(Map.of("product_id", product.id(), "location_id", place))
                    : quants.iterator().next();
            quant.write(Map.of("inventory_quantity", PythonValues.isTrue(value) ? value : 0));
            Inventory.apply(quant);
        }
    }
}
