package dev.sandoo.server.addons.sale;

import dev.sandoo.server.addons.product.PricelistPrice;
import dev.sandoo.server.addons.product.ProductNames;
import dev.sandoo.server.orm.Addon;
import dev.sandoo.server.orm.Behaviours;
import dev.sandoo.server.orm.Compute;
import dev.sandoo.server.orm.Environment;
import dev.sandoo.server.orm.Records;
import java.util.List;

/**
 * What an order line takes from its product. Versions that do not compute these fields take the same values once, when a line
 * is created ({@link LineHooks}).
 */
final class OrderLines implements Addon {
    private static final String LINE = SaleAddon.LINE;

    @Override
    public void register(Behaviours.Builder behaviours) {
        behaviours
                .computeEach(LINE, "name", List.of("product_id"), OrderLines::name)
                .computeEach(LINE, "product_uom_id", List.of("product_id"), OrderLines::unit)
                .computeEach(
                        LINE,
                        "price_unit",
                        List.of("product_id", "product_uom_id", "product_uom_qty"),
                        OrderLines::price)
                .computeEach(LINE, "tax_ids", List.of("product_id", "company_id"), OrderLines::taxes)
                .computeEach(LINE, "customer_lead", List.of("product_id"), OrderLines::lead)
                .compute(
                        LINE,
                        List.of("discount"),
                        List.of("product_id"),
                        (lines, results) -> lines.ids().forEach(id -> results.set(id, "discount", 0.0)))
                .computeEach(LINE, "product_uom_qty", List.of("display_type"), OrderLines::quantity)
                .computeEach(
                        LINE,
                        "product_template_id",
                        List.of("product_id"),
                        line -> line.get("product_id.product_tmpl_id"))
                .computeEach(
                        LINE,
                        "is_service",
                        List.of("product_id.type"),
                        line -> "service".equals(line.get("product_id.type")))
                .computeEach(
                        LINE,
                        "warehouse_id",
                        List.of("order_id.warehouse_id"),
                        line -> line.get("order_id.warehouse_id"))
                .computeEach(LINE, "product_updatable", List.of("state"), line -> !OrderStates.isConfirmed(line))
                .compute(
                        LINE,
                        List.of("display_name"),
                        List.of("order_id.name", "name", "product_id", "order_partner_id"),
                        OrderLines::displayNames);
    }

    /** What a line says of a product, in the customer's language. */
    static String text(Records product, Records customer) {
        Environment env = product.env();
        String lang = customer.text("lang");
        return ProductNames.forCustomers(lang.isEmpty() ? product : product.in(env.with("lang", lang)));
    }

    /** The product's taxes that belong to the company. */
    static List<Integer> taxes(Records product, int company) {
        return product.records("taxes_id")
                .filter(tax -> tax.integer("company_id") == company)
                .ids();
    }

    private static Object name(Records line) {
        Records product = line.records("product_id");
        Object name = product.isEmpty() ? line.get("name") : text(product, line.records("order_partner_id"));
        return name;
    }

    private static Object unit(Records line) {
        return line.get("product_id.uom_id");
    }

    private static Object price(Records line) {
        Records product = line.records("product_id");
        Object price = product.isEmpty()
                ? line.get("price_unit")
                : PricelistPrice.of(line.records("order_id.pricelist_id"), product)
                        .forQuantity(line.number("product_uom_qty"), line.records("product_uom_id"));
        return price == null ? 0.0 : price;
    }

    private static Object taxes(Records line) {
        return taxes(line.records("product_id"), line.integer("company_id"));
    }

    private static Object lead(Records line) {
        return line.number("product_id.sale_delay");
    }

    private static Object quantity(Records line) {
        boolean text = line.get("display_type") != null;
        return text ? 0.0 : line.number("product_uom_qty");
    }

    /** {@code S00001 - First line of its text}, and the customer where the version shows it. */
    private static void displayNames(Records lines, Compute.Results results) {
        boolean always = lines.env().version().has("sale.line.customer-shown");
        for (Records line : lines) {
            String text = line.text("name");
            String first = text.isEmpty()
                    ? line.text("product_id.name")
                    : text.lines().findFirst().orElse("");
            String customer = line.text("order_partner_id.ref");
            if (customer.isEmpty() && always) {
                customer = line.text("order_partner_id.name");
            }
            String end = customer.isEmpty() ? "" : " (" + customer + ")";
            results.set(line.id(), "display_name", line.text("order_id.name") + " - " + first + end);
        }
    }
}
