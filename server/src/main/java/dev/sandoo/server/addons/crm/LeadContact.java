package dev.sandoo.server.addons.crm;

import dev.sandoo.server.addons.base.EmailAddress;
import dev.sandoo.server.orm.Addon;
import dev.sandoo.server.orm.Behaviours;
import dev.sandoo.server.orm.Compute;
import dev.sandoo.server.orm.Records;
import java.util.List;
import java.util.Map;

/** What a lead takes over from its customer, and hands back. */
final class LeadContact implements Addon {
    private static final String LEAD = CrmAddon.LEAD;

    /** They are taken over together or not at all, so that addresses are not mixed. */
    static final List<String> ADDRESS = List.of("street", "street2", "city", "zip", "state_id", "country_id");

    @Override
    public void register(Behaviours.Builder behaviours) {
        List<String> partner = List.of("partner_id");
        behaviours
                .compute(LEAD, ADDRESS, partner, LeadContact::address)
                .computeEach(LEAD, "name", partner, LeadContact::name)
                .compute(LEAD, List.of("contact_name"), partner, LeadContact::contactName)
                .compute(LEAD, List.of("partner_name"), partner, LeadContact::companyName)
                .computeEach(LEAD, "email_normalized", List.of("email_from"), LeadContact::normalized);
        for (String field : List.of("function", "website", "mobile", "title")) {
            behaviours.compute(
                    LEAD, List.of(field), partner, (leads, results) -> unlessEmpty(leads, field, field, results));
        }
        for (Map.Entry<String, String> field :
                Map.of("email_from", "email", "phone", "phone").entrySet()) {
            String own = field.getKey();
            String theirs = field.getValue();
            behaviours
                    .compute(
                            LEAD,
                            List.of(own),
                            List.of("partner_id", "partner_id." + theirs),
                            (leads, results) -> unlessEmpty(leads, own, theirs, results))
                    .inverse(LEAD, own, (leads, value) -> handBack(leads, theirs, value));
        }
    }

    private static void address(Records leads, Compute.Results results) {
        for (Records lead : leads) {
            Records customer = lead.records("partner_id");
            boolean known = ADDRESS.stream().anyMatch(field -> isSet(customer.get(field)));
            for (String field : ADDRESS) {
                results.set(lead.id(), field, known ? customer.get(field) : lead.get(field));
            }
        }
    }

    private static boolean isSet(Object value) {
        return value != null && !"".equals(value);
    }

    private static Object name(Records lead) {
        String customer = lead.text("partner_id.name");
        Object kept = lead.get("name");
        return kept == null && !customer.isEmpty() ? customer + "'s opportunity" : kept;
    }

    /** The earlier version keeps whom it has talked to when the customer goes. */
    private static void contactName(Records leads, Compute.Results results) {
        boolean kept = leads.env().version().has("crm.contact-kept");
        for (Records lead : leads) {
            Records customer = lead.records("partner_id");
            Object name = customer.bool("is_company") ? null : customer.get("name");
            results.set(lead.id(), "contact_name", kept && customer.isEmpty() ? lead.get("contact_name") : name);
        }
    }

    /** A company is its own; in the earlier version only a contact's company counts. */
    private static void companyName(Records leads, Compute.Results results) {
        boolean kept = leads.env().version().has("crm.contact-kept");
        for (Records lead : leads) {
            Records customer = lead.records("partner_id");
            Object name = customer.get("parent_id.name");
            if (name == null && !kept && customer.bool("is_company")) {
                name = customer.get("name");
            }
            if (name == null) {
                name = customer.get("company_name");
            }
            results.set(lead.id(), "partner_name", customer.isEmpty() ? lead.get("partner_name") : name);
        }
    }

    private static void unlessEmpty(Records leads, String field, String source, Compute.Results results) {
        for (Records lead : leads) {
            Object theirs = lead.get("partner_id." + source);
            results.set(lead.id(), field, isSet(theirs) ? theirs : lead.get(field));
        }
    }

    /** A changed address or number is the customer's new one. */
    private static void handBack(Records leads, String field, Object value) {
        for (Records lead : leads) {
            Records customer = lead.records("partner_id");
            if (!customer.isEmpty() && value instanceof String text && !text.equals(customer.get(field))) {
                customer.write(Map.of(field, text));
            }
        }
    }

    private static Object normalized(Records lead) {
        return EmailAddress.normalize(lead.text("email_from")).orElse(null);
    }
}
