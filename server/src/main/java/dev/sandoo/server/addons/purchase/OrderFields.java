package dev.sandoo.server.addons.purchase;

import dev.sandoo.server.addons.account.OrderTotals;
import dev.sandoo.server.orm.Addon;
import dev.sandoo.server.orm.Behaviours;
import dev.sandoo.server.orm.Compute;
import dev.sandoo.server.orm.Records;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/** What an order takes from its vendor and makes of its lines. */
final class OrderFields implements Addon {
    private static final String ORDER = PurchaseAddon.ORDER;

    @Override
    public void register(Behaviours.Builder behaviours) {
        behaviours
                .computeEach(ORDER, "currency_id", OrderFields::currency)
                .compute(
                        ORDER,
                        "currency_rate",
                        (orders, results) -> orders.ids().forEach(id -> results.set(id, "currency_rate", 1.0)))
                .compute(
                        ORDER,
                        List.of("amount_untaxed", "amount_tax", "amount_total"),
                        List.of("order_line.price_subtotal", "order_line.price_total", "currency_id"),
                        new OrderTotals("product_qty")::orders)
                .computeEach(
                        ORDER, "amount_total_cc", List.of("amount_total", "currency_rate"), OrderFields::companyTotal)
                .computeEach(ORDER, "date_planned", OrderFields::arrival)
                .computeEach(ORDER, "date_calendar_start", OrderFields::calendarDate)
                .computeEach(ORDER, "invoice_status", OrderFields::billing)
                .compute(
                        ORDER,
                        List.of("invoice_ids", "invoice_count"),
                        List.of("order_line.invoice_lines.move_id"),
                        OrderFields::bills)
                .computeEach(ORDER, "display_name", OrderFields::name)
                .computeEach(ORDER, "tax_country_id", order -> order.get("company_id.account_fiscal_country_id"));
    }

    private static Object currency(Records order) {
        Object own = order.get("partner_id.property_purchase_currency_id");
        return own == null ? order.get("company_id.currency_id") : own;
    }

    private static Object companyTotal(Records order) {
        double rate = order.number("currency_rate");
        return rate == 0 ? 0.0 : order.number("amount_total") / rate;
    }

    /** The first of the lines' days; without any the order keeps its own. */
    private static Object arrival(Records order) {
        Object first = order.records("order_line").values("date_planned").values().stream()
                .filter(Objects::nonNull)
                .map(LocalDateTime.class::cast)
                .min(LocalDateTime::compareTo)
                .map(Object.class::cast)
                .orElse(null);
        return first;
    }

    private static Object calendarDate(Records order) {
        boolean confirmed = "purchase".equals(order.get("state"));
        return order.get(confirmed ? "date_approve" : "date_order");
    }

    private static Object billing(Records order) {
        return "purchase".equals(order.get("state")) ? confirmedBilling(order) : "no";
    }

    private static String confirmedBilling(Records order) {
        Collection<Object> due = order.records("order_line")
                .filter(line -> line.get("display_type") == null)
                .values("qty_to_invoice")
                .values();
        if (due.stream().anyMatch(quantity -> quantity instanceof Double number && number != 0)) {
            return "to invoice";
        }
        return order.records("order_line").records("invoice_lines").isEmpty() ? "no" : "invoiced";
    }

    private static void bills(Records orders, Compute.Results results) {
        for (Records order : orders) {
            List<Integer> ids = order.records("order_line")
                    .records("invoice_lines")
                    .records("move_id")
                    .ids();
            results.set(order.id(), "invoice_ids", ids);
            results.set(order.id(), "invoice_count", ids.size());
        }
    }

    private static Object name(Records order) {
        String reference = order.text("partner_ref");
        String name = order.text("name");
        return reference.isEmpty() ? name : name + " (" + reference + ")";
    }
}
