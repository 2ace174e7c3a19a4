package dev.sandoo.server.addons.crm;

import dev.sandoo.server.addons.base.EmailAddress;
import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.orm.Addon;
import dev.sandoo.server.orm.Behaviours;
import dev.sandoo.server.orm.Compute;
import dev.sandoo.server.orm.Records;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is told of a lead's address and phone. Source: leads with good, bad and no addresses on 19.0 and 14.0. */
final class LeadDetails implements Addon {
    private static final String LEAD = CrmAddon.LEAD;
    private static final double CERTAIN = 100.0;
    private static final Set<String> MAIL_PROVIDERS = Set.of(
            "gmail.com",
            "hotmail.com",
            "outlook.com",
            "yahoo.com",
            "live.com",
            "icloud.com",
            "aol.com",
            "gmx.com",
            "msn.com",
            "protonmail.com");

    @Override
    public void register(Behaviours.Builder behaviours) {
        behaviours
                .computeEach(LEAD, "email_state", List.of("email_from"), LeadDetails::quality)
                .computeEach(LEAD, "email_domain_criterion", List.of("email_from"), LeadDetails::domain)
                .compute(LEAD, "phone_sanitized", LeadDetails::phone)
                .computeEach(LEAD, "is_partner_visible", List.of("type", "partner_id"), LeadDetails::visible)
                .computeEach(LEAD, "meeting_display_label", List.of("calendar_event_ids"), LeadDetails::meetings)
                .compute(LEAD, List.of("user_company_ids"), List.of("company_id"), LeadDetails::companies)
                .compute(LEAD, List.of("lang_active_count"), List.of(), LeadDetails::languages)
                .compute(
                        LEAD,
                        List.of("show_enrich_button"),
                        List.of("email_from", "active", "probability"),
                        LeadDetails::enrichable);
    }

    private static Optional<String> address(Records lead) {
        return EmailAddress.normalize(lead.text("email_from"));
    }

    private static Object quality(Records lead) {
        String state = address(lead).isPresent() ? "correct" : "incorrect";
        return lead.text("email_from").isEmpty() ? null : state;
    }

    /** Leads of one house share its domain; addresses at a mail provider stand for themselves. */
    private static Object domain(Records lead) {
        Object criterion = address(lead).map(LeadDetails::criterion).orElse(null);
        return criterion;
    }

    private static String criterion(String address) {
        String host = address.substring(address.lastIndexOf('@') + 1);
        return MAIL_PROVIDERS.contains(host) ? address : "@" + host;
    }

    /** The number as it was typed: bringing numbers into one form takes a library that both servers do without. */
    private static void phone(Records leads, Compute.Results results) {
        boolean mobile = leads.model().fields().containsKey("mobile");
        for (Records lead : leads) {
            String number = mobile ? lead.text("mobile") : "";
            String any = number.isEmpty() ? lead.text("phone") : number;
            results.set(lead.id(), "phone_sanitized", any.isEmpty() ? null : any);
        }
    }

    private static Object visible(Records lead) {
        boolean visible = "opportunity".equals(lead.text("type")) || lead.integer("partner_id") != 0;
        return visible;
    }

    private static Object meetings(Records lead) {
        int count = lead.records("calendar_event_ids").size();
        String label = count == 0 ? "No Meeting" : count == 1 ? "1 Meeting" : count + " Meetings";
        return label;
    }

    private static void companies(Records leads, Compute.Results results) {
        List<Integer> all =
                leads.env().sudo().model("res.company").search(Condition.TRUE).ids();
        for (Records lead : leads) {
            int company = lead.integer("company_id");
            results.set(lead.id(), "user_company_ids", company == 0 ? all : List.of(company));
        }
    }

    private static void languages(Records leads, Compute.Results results) {
        int count = leads.env().sudo().model("res.lang").search(Condition.TRUE).size();
        leads.forEach(lead -> results.set(lead.id(), "lang_active_count", count));
    }

    /** Whether more could be found out about who wrote; the later version asks for an address that is one. */
    private static void enrichable(Records leads, Compute.Results results) {
        boolean strict = leads.env().version().has("crm.enriched-by-good-address");
        for (Records lead : leads) {
            boolean written = strict
                    ? address(lead).isPresent()
                    : !lead.text("email_from").isEmpty();
            results.set(
                    lead.id(),
                    "show_enrich_button",
                    written && lead.bool("active") && lead.number("probability") != CERTAIN);
        }
    }
}
