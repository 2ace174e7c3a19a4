package dev.sandoo.server.addons.purchase;

import dev.sandoo.server.addons.account.OrderTotals;
import dev.sandoo.server.addons.product.Units;
import dev.sandoo.server.orm.Addon;
import dev.sandoo.server.orm.Behaviours;
import dev.sandoo.server.orm.Compute;
import dev.sandoo.server.orm.Records;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What lines take from vendor and product when quantity, unit or vendor change, and what they amount to. */
final class LineTerms implements Addon {
    private static final String LINE = PurchaseAddon.LINE;

    @Override
    public void register(Behaviours.Builder behaviours) {
        behaviours
                .compute(
                        LINE,
                        List.of("name", "price_unit", "discount", "date_planned"),
                        List.of("product_qty", "product_uom_id", "company_id", "order_id.partner_id"),
                        LineTerms::offers)
                .compute(
                        LINE,
                        List.of("price_subtotal", "price_tax", "price_total"),
                        List.of("product_qty", "price_unit", "tax_ids", "discount"),
                        new OrderTotals("product_qty")::lines)
                .computeEach(LINE, "selected_seller_id", LineTerms::seller)
                .computeEach(
                        LINE,
                        "price_unit_discounted",
                        line -> line.number("price_unit") * (1 - line.number("discount") / 100))
                .computeEach(LINE, "price_unit_product_uom", LineTerms::pricePerProductUnit)
                .computeEach(LINE, "allowed_uom_ids", line -> allowedUnits(line).ids());
    }

    private static LineOffer offer(Records line) {
        return LineOffer.of(
                line.records("order_id"),
                line.records("product_id"),
                line.number("product_qty"),
                line.records("product_uom_id"));
    }

    /** Prices that somebody set by hand stay, and so do those of vendors without prices. */
    private static void offers(Records lines, Compute.Results results) {
        Map<Double, Set<Integer>> technical = new LinkedHashMap<>();
        for (Records line : lines) {
            for (String name : List.of("name", "price_unit", "discount", "date_planned")) {
                results.set(line.id(), name, line.get(name));
            }
            if (line.integer("product_id") != 0 && line.records("invoice_lines").isEmpty()) {
                offer(line, offer(line), results, technical);
            }
        }
        // A write of this would have what is being computed computed once more.
        lines.env()
                .whenDone(
                        "technical prices of " + technical,
                        () -> technical.forEach((price, ids) ->
                                lines.browse(ids).exists().writeQuietly(Map.of("technical_price_unit", price))));
    }

    private static void offer(
            Records line, LineOffer offer, Compute.Results results, Map<Double, Set<Integer>> technical) {
        Optional<Records> price = offer.vendorPrice();
        if (price.isPresent() || line.get("date_planned") == null) {
            results.set(line.id(), "date_planned", offer.arrival());
        }
        boolean byHand = line.number("technical_price_unit") != line.number("price_unit");
        boolean stays = price.isEmpty() && !offer.isVendorKnown() && line.number("price_unit") != 0;
        if (!byHand && !stays) {
            results.set(line.id(), "price_unit", offer.price());
            results.set(line.id(), "discount", offer.discount());
            technical
                    .computeIfAbsent(offer.price(), found -> new LinkedHashSet<>())
                    .add(line.id());
        }
        if (!stays && offer.isOwnText(line.text("name"))) {
            results.set(line.id(), "name", offer.text());
        }
    }

    private static Object seller(Records line) {
        Optional<Records> price =
                line.integer("product_id") == 0 ? Optional.empty() : offer(line).vendorPrice();
        return price.map(Records::id).orElse(null);
    }

    private static Object pricePerProductUnit(Records line) {
        double units = Units.convert(1, line.records("product_uom_id"), line.records("product_id.uom_id"));
        return line.integer("product_id") == 0 ? 0.0 : line.number("price_unit") / units;
    }

    private static Records allowedUnits(Records line) {
        Records product = line.records("product_id");
        return product.records("uom_id")
                .union(product.records("uom_ids"))
                .union(product.records("seller_ids").records("product_uom_id"));
    }
}
