package dev.sandoo.server.addons.product;

import dev.sandoo.server.orm.Addon;
import dev.sandoo.server.orm.Behaviours;
import dev.sandoo.server.orm.Records;
import java.util.List;

/** What forms say of a product beside its values; fields that the version lacks are never asked for. Source: 19.0 and 14.0. */
final class ProductLabels implements Addon {
    @Override
    public void register(Behaviours.Builder behaviours) {
        for (String model : List.of(ProductAddon.PRODUCT, ProductAddon.TEMPLATE)) {
            each(
                    behaviours,
                    model,
                    "cost_method",
                    List.of("categ_id.property_cost_method"),
                    product -> chosen(product, "categ_id.property_cost_method", "standard"));
            each(
                    behaviours,
                    model,
                    "valuation",
                    List.of("categ_id.property_valuation"),
                    product -> chosen(product, "categ_id.property_valuation", "periodic"));
            each(behaviours, model, "fiscal_country_codes", List.of(), ProductLabels::country);
            each(behaviours, model, "visible_qty_configurator", List.of(), product -> true);
            each(behaviours, model, "show_qty_update_button", List.of(), product -> true);
            each(behaviours, model, "has_available_route_ids", List.of(), product -> true);
        }
        each(
                behaviours,
                ProductAddon.PRODUCT,
                "company_currency_id",
                List.of(),
                product -> company(product).get("currency_id"));
    }

    private interface Value {
        Object of(Records product);
    }

    private static void each(
            Behaviours.Builder behaviours, String model, String field, List<String> depends, Value value) {
        behaviours.computeEach(model, field, depends, value::of);
    }

    private static Object chosen(Records product, String path, String otherwise) {
        String own = product.text(path);
        return own.isEmpty() ? otherwise : own;
    }

    private static Records company(Records product) {
        return product.env().sudo().record("res.company", product.env().companyId());
    }

    private static Object country(Records product) {
        return company(product).get("account_fiscal_country_id.code");
    }
}
