package dev.sandoo.server.addons.purchase;

import dev.sandoo.server.error.UserError;
import dev.sandoo.server.field.DatetimeText;
import dev.sandoo.server.field.PythonValues;
import dev.sandoo.server.orm.Environment;
import dev.sandoo.server.orm.ModelHooks;
import dev.sandoo.server.orm.Records;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Fills in what new lines take from product and vendor, and keeps the lines of confirmed orders. */
final class LineHooks implements ModelHooks {

    @Override
    public void beforeDefaults(Environment env, List<Map<String, Object>> values) {
        Set<Integer> ids = new LinkedHashSet<>();
        values.stream().map(one -> one.get("product_id")).forEach(id -> {
            if (id instanceof Integer product) {
                ids.add(product);
            }
        });
        Records products = env.records("product.product", ids);
        products.requireExisting();
        products.iterator(); // so that what the first asks for is read for all
        for (Map<String, Object> one : values) {
            if (PythonValues.isTrue(one.get("display_type"))) {
                makeText(one);
            } else if (one.get("product_id") instanceof Integer product) {
                fill(env, one, products.browse(List.of(product)));
            } else {
                one.putIfAbsent("price_unit", 0);
            }
            one.putIfAbsent("technical_price_unit", one.get("price_unit"));
        }
    }

    private static void makeText(Map<String, Object> values) {
        for (String name : List.of("product_id", "product_uom_id", "date_planned")) {
            values.put(name, false);
        }
        values.put("price_unit", 0);
        values.put("discount", 0);
    }

    /** What is not given is what the vendor asks for the least quantity, whatever quantity is given. */
    private static void fill(Environment env, Map<String, Object> values, Records product) {
        Records order = values.get("order_id") instanceof Integer id
                ? env.record(PurchaseAddon.ORDER, id)
                : env.model(PurchaseAddon.ORDER);
        Records unit = product.records("uom_id");
        Records least = least(LineOffer.of(order, product, 1, unit).wish().prices());
        double quantity = least.number("min_qty") == 0 ? 1 : least.number("min_qty");
        Records uom = least.isEmpty() ? unit : least.records("product_uom_id");
        LineOffer offer = LineOffer.of(order, product, quantity, uom);
        Map<String, Object> found = new LinkedHashMap<>();
        found.put("product_uom_id", uom.isEmpty() ? false : uom.id());
        found.put("name", offer.text());
        found.put("price_unit", offer.price());
        found.put("discount", offer.discount());
        found.put("date_planned", DatetimeText.of(offer.arrival()));
        found.put("tax_ids", List.of(List.of(6, 0, taxes(product, order))));
        found.forEach(values::putIfAbsent);
    }

    private static Records least(Records prices) {
        Records least = prices.browse(List.of());
        for (Records price : prices) {
            if (least.isEmpty() || price.number("min_qty") < least.number("min_qty")) {
                least = price;
            }
        }
        return least;
    }

    private static List<Integer> taxes(Records product, Records order) {
        int company = order.isEmpty() ? product.env().companyId() : order.integer("company_id");
        return product.records("supplier_taxes_id")
                .filter(tax -> tax.integer("company_id") == company)
                .ids();
    }

    @Override
    public void beforeWrite(Records lines, Map<String, Object> values) {
        if (!values.containsKey("display_type")) {
            return;
        }
        Object wanted = PythonValues.isTrue(values.get("display_type")) ? values.get("display_type") : null;
        if (!lines.filter(line -> !Objects.equals(line.get("display_type"), wanted))
                .isEmpty()) {
            throw new UserError(
                    "You cannot change the type of a purchase order line. Instead you should delete the current line"
                            + " and create a new line of the proper type.");
        }
    }

    @Override
    public void afterCreate(Records lines, List<Map<String, Object>> values) {
        Receipts.order(confirmed(lines).records("order_id"));
    }

    @Override
    public void afterWrite(Records lines, Map<String, Object> values) {
        if (values.containsKey("product_qty")) {
            Receipts.lower(confirmed(lines));
            Receipts.order(confirmed(lines).records("order_id"));
        }
    }

    private static Records confirmed(Records lines) {
        return lines.filter(line -> "purchase".equals(line.get("order_id.state")));
    }

    @Override
    public void beforeUnlink(Records lines) {
        Records kept = confirmed(lines).filter(line -> line.get("display_type") == null);
        if (!kept.isEmpty()) {
            throw new UserError("Cannot delete a purchase order line which is in state “Purchase Order”.");
        }
    }
}
