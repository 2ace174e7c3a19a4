package dev.sandoo.server.addons.purchase;

import dev.sandoo.server.addons.base.PartnerCounts;
import dev.sandoo.server.orm.Addon;
import dev.sandoo.server.orm.Behaviours;

/** The index of what purchase orders, their lines and vendor prices do. */
public final class PurchaseAddon implements Addon {
    static final String ORDER = "purchase.order";
    static final String LINE = "purchase.order.line";
    static final String VENDOR_PRICE = "product.supplierinfo";

    @Override
    public void register(Behaviours.Builder behaviours) {
        new VendorPrices().register(behaviours);
        new OrderFields().register(behaviours);
        new OrderStates().register(behaviours);
        new LineTerms().register(behaviours);
        new LineQuantities().register(behaviours);
        new Receipts().register(behaviours);
        behaviours.compute(
                "res.partner",
                "purchase_order_count",
                new PartnerCounts(ORDER, "partner_id").below("purchase_order_count"));
        behaviours.hooks(ORDER, new OrderHooks()).hooks(LINE, new LineHooks());
    }
}
