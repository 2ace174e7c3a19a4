package dev.sandoo.server.addons.sale;

import dev.sandoo.server.addons.base.PartnerCounts;
import dev.sandoo.server.orm.Addon;
import dev.sandoo.server.orm.Behaviours;

/** The index of what sales orders and their lines do. */
public final class SaleAddon implements Addon {
    static final String ORDER = "sale.order";
    static final String LINE = "sale.order.line";
    static final String QUANTITY = "product_uom_qty";

    @Override
    public void register(Behaviours.Builder behaviours) {
        new OrderTerms().register(behaviours);
        new OrderAmounts().register(behaviours);
        new OrderStates().register(behaviours);
        new OrderLines().register(behaviours);
        new LineAmounts().register(behaviours);
        new LineInvoicing().register(behaviours);
        new Deliveries().register(behaviours);
        new OrderInvoices().register(behaviours);
        behaviours.compute(
                "res.partner", "sale_order_count", new PartnerCounts(ORDER, "partner_id").below("sale_order_count"));
        behaviours.hooks(ORDER, new OrderHooks()).hooks(LINE, new LineHooks()).hooks(LINE, new LineMessages());
    }
}
