package dev.sandoo.server.addons.base;

import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.Operator;
import dev.sandoo.server.error.ValidationError;
import dev.sandoo.server.orm.Addon;
import dev.sandoo.server.orm.Behaviours;
import dev.sandoo.server.orm.Compute;
import dev.sandoo.server.orm.Records;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Partners: what they are called, whom they belong to, what kind they are. */
public final class PartnerAddon implements Addon {
    private static final String PARTNER = "res.partner";

    @Override
    public void register(Behaviours.Builder behaviours) {
        PartnerTwins.register(behaviours);
        behaviours
                .computeEach(
                        PARTNER,
                        "commercial_partner_id",
                        List.of("is_company", "parent_id.commercial_partner_id"),
                        PartnerAddon::commercialPartner)
                .computeEach(
                        PARTNER,
                        "commercial_company_name",
                        List.of(
                                "company_name",
                                "parent_id.is_company",
                                "commercial_partner_id.name",
                                "commercial_partner_id.is_company"),
                        PartnerAddon::commercialCompanyName)
                .computeEach(
                        PARTNER,
                        "complete_name",
                        List.of(
                                "is_company",
                                "name",
                                "parent_id.name",
                                "type",
                                "company_name",
                                "commercial_company_name"),
                        PartnerAddon::completeName)
                .compute(
                        PARTNER,
                        List.of("display_name"),
                        List.of(
                                "is_company",
                                "name",
                                "parent_id.name",
                                "parent_id.display_name",
                                "type",
                                "company_name"),
                        PartnerNames::displayNames)
                .compute(
                        PARTNER,
                        List.of("contact_address"),
                        List.of(
                                "street",
                                "street2",
                                "zip",
                                "city",
                                "state_id",
                                "country_id",
                                "commercial_company_name"),
                        PartnerAddressText::contactAddresses)
                .compute(PARTNER, List.of("email_normalized"), List.of("email"), PartnerAddon::emailNormalized)
                .computeEach(PARTNER, "tz_offset", List.of("tz"), PartnerAddon::timeZoneOffset)
                .method(PARTNER, "name_create", PartnerQuickCreate::call)
                .constraint(PARTNER, List.of("parent_id"), PartnerAddon::requireNoLoop)
                .constraint(PARTNER, List.of("barcode"), PartnerAddon::requireOwnBarcode)
                .computeEach(PARTNER, "company_type", List.of("is_company"), PartnerAddon::companyType)
                .inverse(
                        PARTNER,
                        "company_type",
                        (records, value) -> records.write(Map.of("is_company", "company".equals(value))))
                .compute(PARTNER, List.of("email_formatted"), List.of("name", "email"), PartnerAddon::emailFormatted)
                .hooks(PARTNER, new PartnerSync())
                .hooks(PARTNER, new WebsiteAddress())
                .method(PARTNER, "create_company", CompanyOfPartner::create)
                .compute("res.partner.category", "display_name", PartnerNames::categoryNames)
                .search("res.partner.category", "display_name", PartnerNames::categorySearch);
    }

    private static Object commercialPartner(Records partner) {
        boolean own = partner.bool("is_company") || partner.integer("parent_id") == 0;
        return own ? partner.id() : partner.integer("parent_id.commercial_partner_id");
    }

    private static Object commercialCompanyName(Records partner) {
        Records commercial = partner.records("commercial_partner_id");
        Object name = commercial.bool("is_company") ? commercial.get("name") : partner.get("company_name");
        return name;
    }

    private static Object completeName(Records partner) {
        return PartnerNames.complete(partner);
    }

    private static Object companyType(Records partner) {
        return partner.bool("is_company") ? "company" : "person";
    }

    /** The later version tidies the addresses. */
    private static void emailFormatted(Records partners, Compute.Results results) {
        boolean tidied = partners.env().version().has("partner.email.tidied");
        for (Records partner : partners) {
            String email = partner.text("email");
            Object none = tidied ? null : "";
            results.set(partner.id(), "email_formatted", email.isEmpty() ? none : formatted(partner, email, tidied));
        }
    }

    /** {@code "Name" <address>}; what is no address is marked by an at sign. */
    private static String formatted(Records partner, String email, boolean tidied) {
        String marked = EmailAddress.first(email).isPresent() ? email : "@" + email.replaceFirst("^@", "");
        String found = tidied ? EmailAddress.all(email) : "";
        String shown = found.isEmpty() ? marked : found;
        String name = partner.text("name").isEmpty() ? shown : partner.text("name");
        return "\"" + name.replace("\\", "\\\\").replace("\"", "\\\"") + "\" <" + shown + ">";
    }

    private static void emailNormalized(Records partners, Compute.Results results) {
        boolean first = partners.env().version().has("partner.email.tidied");
        for (Records partner : partners) {
            String email = partner.text("email");
            results.set(
                    partner.id(),
                    "email_normalized",
                    (first ? EmailAddress.first(email) : EmailAddress.normalize(email)).orElse(null));
        }
    }

    private static Object timeZoneOffset(Records partner) {
        String name = partner.text("tz");
        ZoneId zone = ZoneId.getAvailableZoneIds().contains(name) ? ZoneId.of(name) : ZoneOffset.UTC;
        String offset = DateTimeFormatter.ofPattern("xx")
                .format(partner.env().now().atOffset(ZoneOffset.UTC).atZoneSameInstant(zone));
        return offset;
    }

    private static void requireNoLoop(Records partners) {
        for (Records partner : partners) {
            Set<Integer> passed = new HashSet<>();
            for (Records above = partner; !above.isEmpty(); above = above.records("parent_id")) {
                if (!passed.add(above.id())) {
                    throw new ValidationError("You cannot create recursive Partner hierarchies.");
                }
            }
        }
    }

    private static void requireOwnBarcode(Records partners) {
        for (Records partner : partners) {
            String barcode = partner.text("barcode");
            if (!barcode.isEmpty()
                    && partner.sudo()
                                    .search(Condition.term("barcode", Operator.EQUALS, barcode))
                                    .size()
                            > 1) {
                throw new ValidationError(partner.env().version().message("partner.barcode.taken", Map.of()));
            }
        }
    }
}
