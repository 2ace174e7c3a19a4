package dev.sandoo.server.addons.sale;

import dev.sandoo.server.addons.base.PartnerAddresses;
import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.orm.Records;

/** What orders take from a customer, by the order's field. */
final class CustomerTerms {
    private CustomerTerms() {}

    /** The id of the record that the order field takes; null for none. */
    static Object of(Records customer, String field) {
        if (customer.isEmpty()) {
            return null;
        }
        return switch (field) {
            case "partner_invoice_id" -> PartnerAddresses.find(customer, "invoice");
            case "partner_shipping_id" -> PartnerAddresses.find(customer, "delivery");
            case "payment_term_id" -> customer.get("property_payment_term_id");
            case "fiscal_position_id" -> customer.get("property_account_position_id");
            case "preferred_payment_method_line_id" ->
                customer.model().fields().containsKey("property_inbound_payment_method_line_id")
                        ? customer.get("property_inbound_payment_method_line_id")
                        : null;
            case "pricelist_id" -> pricelist(customer);
            case "user_id" -> ownOrCommercial(customer, "user_id");
            default -> throw new IllegalArgumentException("orders take no " + field + " from customers");
        };
    }

    private static Object ownOrCommercial(Records customer, String field) {
        Object own = customer.get(field);
        return own == null ? customer.get("commercial_partner_id." + field) : own;
    }

    /** The customer's pricelist, else the first there is. */
    private static Object pricelist(Records customer) {
        Object own = customer.get("property_product_pricelist");
        if (own != null) {
            return own;
        }
        Records all = customer.env().sudo().model("product.pricelist").search(Condition.TRUE);
        return all.isEmpty() ? null : all.ids().get(0);
    }
}
