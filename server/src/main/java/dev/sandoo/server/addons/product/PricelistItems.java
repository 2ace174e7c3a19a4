package dev.sandoo.server.addons.product;

import dev.sandoo.server.error.PythonRepr;
import dev.sandoo.server.orm.Addon;
import dev.sandoo.server.orm.Behaviours;
import dev.sandoo.server.orm.Compute;
import dev.sandoo.server.orm.Records;
import java.util.List;
import java.util.Locale;

/** Rules of pricelists: what they are called and how their price reads. */
final class PricelistItems implements Addon {
    private static final char NO_BREAK = '\u00a0';
    private static final String ITEM = "product.pricelist.item";

    @Override
    public void register(Behaviours.Builder behaviours) {
        behaviours.compute(
                ITEM,
                List.of("name"),
                List.of("applied_on", "categ_id", "product_tmpl_id", "product_id"),
                PricelistItems::names);
        behaviours.compute(
                ITEM,
                List.of("price"),
                List.of("compute_price", "fixed_price", "percent_price", "currency_id"),
                PricelistItems::prices);
    }

    /** A fixed price with its currency, or the discount in words; other rules read as nothing. */
    private static void prices(Records items, Compute.Results results) {
        boolean worded = items.env().version().has("product.discounts-worded");
        for (Records item : items) {
            results.set(
                    item.id(),
                    "price",
                    switch (item.text("compute_price")) {
                        case "fixed" -> amount(item);
                        case "percentage" -> discount(item.number("percent_price"), worded);
                        default -> null;
                    });
        }
    }

    private static String discount(double percent, boolean worded) {
        if (!worded) {
            return PythonRepr.text(percent) + " % discount";
        }
        String number = percent == Math.rint(percent) ? String.valueOf((long) percent) : PythonRepr.text(percent);
        return number + " % discount on sales price";
    }

    private static String amount(Records item) {
        Records currency = item.records("currency_id");
        if (currency.isEmpty()) {
            currency = item.env()
                    .sudo()
                    .record("res.company", item.env().companyId())
                    .records("currency_id");
        }
        String number = String.format(Locale.US, "%,.2f", item.number("fixed_price"));
        String symbol = currency.text("symbol");
        return "before".equals(currency.text("position")) ? symbol + NO_BREAK + number : number + NO_BREAK + symbol;
    }

    private static void names(Records items, Compute.Results results) {
        for (Records item : items) {
            results.set(item.id(), "name", name(item));
        }
    }

    private static String name(Records item) {
        Records plain = item.in(item.env().with("display_default_code", false));
        return switch (item.text("applied_on")) {
            case "0_product_variant" -> plain.text("product_id.display_name");
            case "1_product" -> plain.text("product_tmpl_id.display_name");
            case "2_product_category" -> "Category: " + plain.text("categ_id.display_name");
            default -> "All Products";
        };
    }
}
