package dev.sandoo.server.addons.base;

import dev.sandoo.server.orm.Compute;
import dev.sandoo.server.orm.Records;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Addresses as their countries write them. Source: recorded scenarios orm_read/computed-contact, and asked of both versions. */
final class PartnerAddressText {
    private static final String USUAL = "%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s";
    private static final Pattern PLACEHOLDER = Pattern.compile("%\\((\\w+)\\)s");
    private static final Map<String, String> PATHS = Map.of(
            "state_code", "state_id.code",
            "state_name", "state_id.name",
            "country_code", "country_id.code",
            "country_name", "country_id.name",
            "company_name", "commercial_company_name");

    private PartnerAddressText() {}

    /** {@code contact_address}: the address below the company's name, with its empty lines. */
    static void contactAddresses(Records partners, Compute.Results results) {
        for (Records partner : partners) {
            String company = partner.text("commercial_company_name");
            results.set(partner.id(), "contact_address", (company.isEmpty() ? "" : company + "\n") + of(partner));
        }
    }

    /** The address alone, without empty lines. */
    static String compact(Records partner) {
        return of(partner)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private static String of(Records partner) {
        String format = partner.text("country_id.address_format");
        Matcher matcher = PLACEHOLDER.matcher(format.isEmpty() ? USUAL : format);
        return matcher.replaceAll(found -> Matcher.quoteReplacement(value(partner, found.group(1))));
    }

    private static String value(Records partner, String name) {
        String path = PATHS.getOrDefault(name, name);
        int dot = path.indexOf('.');
        String field = dot < 0 ? path : path.substring(0, dot);
        return partner.model().fields().containsKey(field) ? partner.text(path) : "";
    }
}
