package dev.sandoo.server.addons.sale;

import dev.sandoo.server.orm.Addon;
import dev.sandoo.server.orm.Behaviours;
import dev.sandoo.server.orm.Compute;
import dev.sandoo.server.orm.Records;
import java.util.List;

/**
 * What an order takes from its customer, its company and its salesperson. Versions that do not compute these fields take the
 * same values once, when an order is created ({@link OrderHooks}).
 */
final class OrderTerms implements Addon {
    private static final String ORDER = SaleAddon.ORDER;

    @Override
    public void register(Behaviours.Builder behaviours) {
        for (String field : List.of(
                "partner_invoice_id",
                "partner_shipping_id",
                "pricelist_id",
                "payment_term_id",
                "fiscal_position_id",
                "preferred_payment_method_line_id")) {
            behaviours.compute(ORDER, field, (orders, results) -> fromCustomer(orders, field, results));
        }
        behaviours
                .computeEach(ORDER, "currency_id", OrderTerms::currency)
                .compute(
                        ORDER,
                        List.of("currency_rate"),
                        List.of("currency_id", "date_order", "company_id"),
                        (orders, results) -> orders.ids().forEach(id -> results.set(id, "currency_rate", 1.0)))
                .compute(ORDER, "user_id", OrderTerms::salesperson)
                .computeEach(ORDER, "team_id", OrderTerms::team)
                .computeEach(ORDER, "warehouse_id", OrderTerms::warehouse)
                .compute(ORDER, "validity_date", OrderTerms::validity)
                .compute(
                        ORDER,
                        "require_signature",
                        (orders, results) ->
                                fromCompany(orders, "require_signature", "portal_confirmation_sign", results))
                .compute(
                        ORDER,
                        "require_payment",
                        (orders, results) -> fromCompany(orders, "require_payment", "portal_confirmation_pay", results))
                .compute(
                        ORDER,
                        "prepayment_percent",
                        (orders, results) -> fromCompany(orders, "prepayment_percent", "prepayment_percent", results));
    }

    private static void fromCustomer(Records orders, String field, Compute.Results results) {
        for (Records order : orders) {
            results.set(order.id(), field, CustomerTerms.of(order.records("partner_id"), field));
        }
    }

    private static void fromCompany(Records orders, String field, String source, Compute.Results results) {
        for (Records order : orders) {
            results.set(order.id(), field, order.get("company_id." + source));
        }
    }

    private static Object currency(Records order) {
        Object ofPricelist = order.get("pricelist_id.currency_id");
        return ofPricelist == null ? order.get("company_id.currency_id") : ofPricelist;
    }

    /** The customer's own salesperson, else that of its company, else whoever is asking. */
    private static void salesperson(Records orders, Compute.Results results) {
        for (Records order : orders) {
            Object kept = order.get("user_id");
            Object own = CustomerTerms.of(order.records("partner_id"), "user_id");
            Object found = own != null ? own : kept;
            results.set(
                    order.id(),
                    "user_id",
                    found != null ? found : Integer.valueOf(orders.env().uid()));
        }
    }

    private static Object team(Records order) {
        return SalesTeams.of(order.records("user_id"));
    }

    private static Object warehouse(Records order) {
        Records company = order.records("company_id");
        return Warehouses.first(company);
    }

    private static void validity(Records orders, Compute.Results results) {
        for (Records order : orders) {
            int days = order.integer("company_id.quotation_validity_days");
            results.set(
                    order.id(), "validity_date", days > 0 ? orders.env().today().plusDays(days) : null);
        }
    }
}
