package dev.sandoo.server.addons.purchase;

import dev.sandoo.server.addons.product.Units;
import dev.sandoo.server.addons.purchase.VendorPrices.Wish;
import dev.sandoo.server.orm.Records;
import dev.sandoo.server.orm.Rounding;
import java.time.LocalDateTime;
import java.util.Optional;

/** What a line's text, price, discount and date become when its product is asked of its vendor. */
record LineOffer(Wish wish, LocalDateTime ordered) {
    private static final int PRICE_DIGITS = 2;

    /**
     * The offer for a quantity of a product.
     *
     * @param order the order; empty for none yet
     */
    static LineOffer of(Records order, Records product, double quantity, Records uom) {
        LocalDateTime ordered = order.get("date_order") == null ? product.env().now() : order.moment("date_order");
        Records vendor = order.records("partner_id");
        int company = order.isEmpty() ? product.env().companyId() : order.integer("company_id");
        return new LineOffer(new Wish(product, vendor, quantity, uom, ordered.toLocalDate(), company), ordered);
    }

    /** The vendor's price; none when the vendor has none for this quantity and day. */
    Optional<Records> vendorPrice() {
        return VendorPrices.find(wish);
    }

    /** Whether the vendor has prices for the product, though maybe none for this quantity. */
    boolean isVendorKnown() {
        return !wish.prices().isEmpty();
    }

    /** In the unit that the line is counted in; without a vendor's price it is the product's cost. */
    double price() {
        double price = vendorPrice()
                .map(one -> perUnit(one.number("price"), one.records("product_uom_id")))
                .orElseGet(() -> perUnit(
                        wish.product().number("standard_price"), wish.product().records("uom_id")));
        return Rounding.toDigits(price, PRICE_DIGITS);
    }

    private double perUnit(double price, Records priced) {
        return price * Units.convert(1, wish.uom(), priced);
    }

    double discount() {
        return vendorPrice().map(one -> one.number("discount")).orElse(0.0);
    }

    LocalDateTime arrival() {
        return ordered.plusDays(vendorPrice().map(one -> one.integer("delay")).orElse(0));
    }

    String text() {
        return VendorPrices.text(wish.product(), vendorPrice());
    }

    /** Whether a text is one that the vendor's prices give the product, so that another price may change it. */
    boolean isOwnText(String text) {
        if (text.isEmpty() || text.equals(VendorPrices.text(wish.product(), Optional.empty()))) {
            return true;
        }
        return !wish.prices()
                .filter(price -> text.equals(VendorPrices.text(wish.product(), Optional.of(price))))
                .isEmpty();
    }
}
