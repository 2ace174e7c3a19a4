package dev.sandoo.server.addons.purchase;

import dev.sandoo.server.addons.product.Units;
import dev.sandoo.server.orm.Addon;
import dev.sandoo.server.orm.Behaviours;
import dev.sandoo.server.orm.Compute;
import dev.sandoo.server.orm.Records;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** What vendors ask for products, and which of their prices holds for an order. */
final class VendorPrices implements Addon {
    private static final String MODEL = PurchaseAddon.VENDOR_PRICE;
    /** A product of more vendors than this is no longer given another when an order is confirmed. */
    private static final int MOST_VENDORS = 10;

    @Override
    public void register(Behaviours.Builder behaviours) {
        behaviours
                .computeEach(
                        MODEL,
                        "product_tmpl_id",
                        price -> firstOf(price.get("product_id.product_tmpl_id"), price.get("product_tmpl_id")))
                .computeEach(MODEL, "product_id", VendorPrices::onlyVariant)
                .compute(MODEL, "display_name", VendorPrices::names)
                .computeEach(
                        MODEL,
                        "product_uom_id",
                        price -> firstOf(price.get("product_uom_id"), price.get("product_tmpl_id.uom_id")))
                .computeEach(MODEL, "price_discounted", VendorPrices::discounted);
    }

    /** {@code Vendor (5.0 Units - $ 7.75)}, where the version keeps units with prices; else the vendor alone. */
    private static void names(Records prices, Compute.Results results) {
        boolean plain = !prices.model().fields().containsKey("product_uom_id");
        for (Records price : prices) {
            String vendor = price.text(price.model().recName().orElse("partner_id") + ".display_name");
            String terms = plain
                    ? ""
                    : " (" + price.number("min_qty") + " " + price.text("product_uom_id.name") + " - " + amount(price)
                            + ")";
            results.set(price.id(), "display_name", vendor + terms);
        }
    }

    private static String amount(Records price) {
        Records currency = price.records("currency_id");
        String number =
                String.format(Locale.US, "%,." + currency.integer("decimal_places") + "f", price.number("price"));
        String symbol = currency.text("symbol");
        return "after".equals(currency.get("position")) ? number + "\u00a0" + symbol : symbol + "\u00a0" + number;
    }

    /** What an order asks a vendor for. @param quantity in the unit {@code uom} */
    record Wish(Records product, Records vendor, double quantity, Records uom, LocalDate day, int company) {
        /** The vendor's prices for the product, whatever the quantity and the day. */
        Records prices() {
            List<Integer> vendors = List.of(vendor.id(), vendor.integer("parent_id"));
            return product.records("seller_ids").filter(price -> vendors.contains(price.integer("partner_id")));
        }

        private boolean isMetBy(Records price) {
            Records unit = price.records("product_uom_id");
            return List.of(0, company).contains(price.integer("company_id"))
                    && List.of(0, product.id()).contains(price.integer("product_id"))
                    && (price.get("date_start") == null
                            || !price.date("date_start").isAfter(day))
                    && (price.get("date_end") == null || !price.date("date_end").isBefore(day))
                    && Units.convert(quantity, uom, unit) >= price.number("min_qty");
        }
    }

    /** The price that holds: of the first vendor's that fit, the lowest after its discount. */
    static Optional<Records> find(Wish wish) {
        Records fitting = wish.prices().filter(wish::isMetBy);
        int vendor = fitting.isEmpty() ? 0 : fitting.iterator().next().integer("partner_id");
        return StreamSupport.stream(fitting.spliterator(), false)
                .filter(price -> price.integer("partner_id") == vendor)
                .min(Comparator.comparingDouble(VendorPrices::discounted));
    }

    /** Has the products of confirmed orders remember the vendors that they did not have yet. */
    static void remember(Records orders) {
        for (Records order : orders) {
            Records vendor = order.records("partner_id");
            int company = vendor.integer("parent_id") == 0 ? vendor.id() : vendor.integer("parent_id");
            for (Records line : order.records("order_line")) {
                Records known = line.records("product_id").records("seller_ids");
                boolean isKnown = known.values("partner_id").values().stream()
                        .anyMatch(id -> Objects.equals(id, vendor.id()) || Objects.equals(id, company));
                if (line.integer("product_id") != 0 && !isKnown && known.size() <= MOST_VENDORS) {
                    known.sudo().create(ofLine(order, line, company, known));
                }
            }
        }
    }

    private static Map<String, Object> ofLine(Records order, Records line, int vendor, Records known) {
        int highest = known.values("sequence").values().stream()
                .mapToInt(sequence -> sequence instanceof Integer number ? number : 0)
                .max()
                .orElse(0);
        Records product = line.records("product_id");
        boolean shared = product.integer("product_tmpl_id.product_variant_count") > 1;
        return Map.of(
                "partner_id",
                vendor,
                "sequence",
                highest + 1,
                "min_qty",
                1.0,
                "price",
                line.number("price_unit"),
                "currency_id",
                order.integer("currency_id"),
                "discount",
                line.number("discount"),
                "delay",
                0,
                "product_uom_id",
                line.integer("product_uom_id"),
                "product_tmpl_id",
                product.integer("product_tmpl_id"),
                "product_id",
                shared ? (Object) false : product.id());
    }

    /** What the vendor calls the product; {@code [code] name}, with the product's own where the vendor has none. */
    static String text(Records product, Optional<Records> price) {
        String code = price.map(one -> one.text("product_code")).orElse("");
        String name = price.map(one -> one.text("product_name")).orElse("");
        String text = product.text("display_name");
        if (!code.isEmpty() || !name.isEmpty()) {
            String shownCode = code.isEmpty() ? product.text("default_code") : code;
            String shownName = name.isEmpty() ? product.text("name") : name;
            text = shownCode.isEmpty() ? shownName : "[" + shownCode + "] " + shownName;
        }
        String description = product.text("description_purchase");
        return description.isEmpty() ? text : text + "\n" + description;
    }

    private static double discounted(Records price) {
        return price.number("price") * (1 - price.number("discount") / 100);
    }

    /** A price for the only variant there is names it. */
    private static Object onlyVariant(Records price) {
        Records variants = price.records("product_tmpl_id").records("product_variant_ids");
        Object only = variants.size() == 1 ? (Object) variants.id() : null;
        return firstOf(price.get("product_id"), only);
    }

    private static Object firstOf(Object value, Object fallback) {
        return value == null ? fallback : value;
    }
}
