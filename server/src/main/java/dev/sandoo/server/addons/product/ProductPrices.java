package dev.sandoo.server.addons.product;

import dev.sandoo.server.orm.Addon;
import dev.sandoo.server.orm.Behaviours;
import dev.sandoo.server.orm.Compute;
import dev.sandoo.server.orm.Records;
import java.util.List;
import java.util.Map;

/** Sales prices of variants, which are their template's with the extra of their attribute values, and currencies. */
final class ProductPrices implements Addon {
    private static final String PRODUCT = ProductAddon.PRODUCT;
    private static final String TEMPLATE = ProductAddon.TEMPLATE;

    @Override
    public void register(Behaviours.Builder behaviours) {
        behaviours
                .computeEach(
                        PRODUCT,
                        "price_extra",
                        List.of("product_template_attribute_value_ids.price_extra"),
                        ProductPrices::extra)
                .computeEach(PRODUCT, "lst_price", List.of("list_price", "price_extra"), ProductPrices::salesPrice)
                .inverse(PRODUCT, "lst_price", ProductPrices::setSalesPrice)
                .compute(
                        PRODUCT,
                        List.of("code"),
                        List.of("default_code"),
                        (products, results) ->
                                products.values("default_code").forEach((id, code) -> results.set(id, "code", code)))
                .compute(
                        PRODUCT,
                        List.of("partner_ref"),
                        List.of("display_name"),
                        (products, results) -> products.values("display_name")
                                .forEach((id, name) -> results.set(id, "partner_ref", name)));
        for (String currency : List.of("currency_id", "cost_currency_id")) {
            behaviours.compute(
                    TEMPLATE,
                    List.of(currency),
                    List.of("company_id"),
                    (templates, results) -> currency(templates, currency, results));
        }
    }

    private static Object extra(Records product) {
        double extra = 0;
        for (Records value : product.records("product_template_attribute_value_ids")) {
            extra += value.number("price_extra");
        }
        return extra;
    }

    private static Object salesPrice(Records product) {
        return product.number("list_price") + product.number("price_extra");
    }

    private static void setSalesPrice(Records products, Object value) {
        double price = value instanceof Number number ? number.doubleValue() : 0;
        for (Records product : products) {
            product.write(Map.of("list_price", price - product.number("price_extra")));
        }
    }

    private static void currency(Records templates, String field, Compute.Results results) {
        int own = templates
                .env()
                .sudo()
                .record("res.company", templates.env().companyId())
                .integer("currency_id");
        for (Records template : templates) {
            int company = template.integer("company_id.currency_id");
            results.set(template.id(), field, company == 0 ? own : company);
        }
    }
}
