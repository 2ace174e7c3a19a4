package dev.sandoo.server.addons.base;

import dev.sandoo.server.orm.Addon;
import dev.sandoo.server.orm.Behaviours;
import dev.sandoo.server.orm.Compute;
import dev.sandoo.server.orm.Records;
import java.util.List;
import java.util.Map;

/** Partners: what they are called, whom they belong to, what kind they are. */
public final class PartnerAddon implements Addon {
    private static final String PARTNER = "res.partner";

    @Override
    public void register(Behaviours.Builder behaviours) {
        behaviours
                .compute(
                        PARTNER,
                        List.of("commercial_partner_id"),
                        List.of("is_company", "parent_id.commercial_partner_id"),
                        PartnerAddon::commercialPartner)
                .compute(
                        PARTNER,
                        List.of("commercial_company_name"),
                        List.of(
                                "company_name",
                                "parent_id.is_company",
                                "commercial_partner_id.name",
                                "commercial_partner_id.is_company"),
                        PartnerAddon::commercialCompanyName)
                .compute(
                        PARTNER,
                        List.of("complete_name"),
                        List.of(
                                "is_company",
                                "name",
                                "parent_id.name",
                                "type",
                                "company_name",
                                "commercial_company_name"),
                        PartnerAddon::completeName)
                .compute(PARTNER, "display_name", PartnerNames::displayNames)
                .compute(PARTNER, List.of("company_type"), List.of("is_company"), PartnerAddon::companyType)
                .inverse(
                        PARTNER,
                        "company_type",
                        (records, value) -> records.write(Map.of("is_company", "company".equals(value))))
                .compute(PARTNER, List.of("email_formatted"), List.of("name", "email"), PartnerAddon::emailFormatted)
                .hooks(PARTNER, new PartnerSync())
                .compute("res.partner.category", "display_name", PartnerNames::categoryNames);
    }

    private static void commercialPartner(Records partners, Compute.Results results) {
        for (Records partner : partners) {
            boolean own = partner.bool("is_company") || partner.integer("parent_id") == 0;
            results.set(
                    partner.id(),
                    "commercial_partner_id",
                    own ? partner.id() : partner.integer("parent_id.commercial_partner_id"));
        }
    }

    private static void commercialCompanyName(Records partners, Compute.Results results) {
        for (Records partner : partners) {
            Records commercial = partner.records("commercial_partner_id");
            Object name = commercial.bool("is_company") ? commercial.get("name") : partner.get("company_name");
            results.set(partner.id(), "commercial_company_name", name);
        }
    }

    private static void completeName(Records partners, Compute.Results results) {
        for (Records partner : partners) {
            results.set(partner.id(), "complete_name", PartnerNames.complete(partner));
        }
    }

    private static void companyType(Records partners, Compute.Results results) {
        for (Records partner : partners) {
            results.set(partner.id(), "company_type", partner.bool("is_company") ? "company" : "person");
        }
    }

    private static void emailFormatted(Records partners, Compute.Results results) {
        for (Records partner : partners) {
            String email = partner.text("email");
            Object formatted = email.isEmpty() ? null : "\"" + partner.text("name") + "\" <" + email + ">";
            results.set(partner.id(), "email_formatted", formatted);
        }
    }
}
