package dev.sandoo.server.addons.base;

import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.orm.Addon;
import dev.sandoo.server.orm.Behaviours;
import dev.sandoo.server.orm.Compute;
import dev.sandoo.server.orm.Records;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What forms say beside a contact's values, which clients get when they read all fields. A field that the version lacks is
 * never asked for. Source: contacts of each type and of several countries on 19.0 and 14.0.
 */
public final class PartnerLabels implements Addon {
    private static final String PARTNER = "res.partner";
    private static final Map<String, String> ADDRESSES =
            Map.of("invoice", "Invoice Address", "delivery", "Delivery Address");

    @Override
    public void register(Behaviours.Builder behaviours) {
        each(behaviours, "self", List.of(), Records::id);
        each(behaviours, "currency_id", List.of(), partner -> currency(partner));
        each(
                behaviours,
                "type_address_label",
                List.of("type"),
                partner -> ADDRESSES.getOrDefault(partner.text("type"), "Address"));
        each(behaviours, "vat_label", List.of(), partner -> taxIdLabel(partner));
        each(behaviours, "company_registry_label", List.of(), partner -> "Company ID");
        each(behaviours, "partner_company_registry_placeholder", List.of(), partner -> "");
        each(behaviours, "display_invoice_edi_format", List.of(), partner -> true);
        each(behaviours, "fiscal_country_group_codes", List.of(), partner -> List.of(""));
        each(behaviours, "fiscal_country_codes", List.of("country_id"), partner -> countryCodes(partner));
        each(behaviours, "on_time_rate", List.of(), partner -> -1.0);
        each(behaviours, "contact_address_inline", List.of("contact_address"), partner -> inline(partner));
        behaviours
                .compute(PARTNER, List.of("active_lang_count"), List.of(), PartnerLabels::languages)
                .computeEach(PARTNER, "im_status", List.of(), PartnerLabels::presence);
    }

    private interface Value {
        Object of(Records partner);
    }

    private static void each(Behaviours.Builder behaviours, String field, List<String> depends, Value value) {
        behaviours.computeEach(PARTNER, field, depends, value::of);
    }

    private static Records company(Records partner) {
        return partner.env().sudo().record("res.company", partner.env().companyId());
    }

    private static Object currency(Records partner) {
        return company(partner).get("currency_id");
    }

    private static Object taxIdLabel(Records partner) {
        String label = company(partner).text("country_id.vat_label");
        return label.isEmpty() ? "Tax ID" : label;
    }

    /** The countries whose rules bear on the contact: the company's own and the contact's. */
    private static Object countryCodes(Records partner) {
        TreeSet<String> codes = new TreeSet<>();
        codes.add(company(partner).text("account_fiscal_country_id.code"));
        codes.add(partner.text("country_id.code"));
        codes.remove("");
        return String.join(",", codes);
    }

    private static Object inline(Records partner) {
        return partner.text("contact_address")
                .lines()
                .filter(line -> !line.isBlank())
                .collect(Collectors.joining(", "));
    }

    private static void languages(Records partners, Compute.Results results) {
        int count =
                partners.env().sudo().model("res.lang").search(Condition.TRUE).size();
        partners.forEach(partner -> results.set(partner.id(), "active_lang_count", count));
    }

    /** Nobody is ever seen at a screen here: users are offline, other contacts only contacts. */
    private static Object presence(Records partner) {
        boolean user = !partner.sudo().records("user_ids").isEmpty();
        return user ? "offline" : "im_partner";
    }
}
