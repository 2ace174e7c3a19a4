package dev.sandoo.server.addons.base;

import dev.sandoo.server.orm.Addon;
import dev.sandoo.server.orm.Behaviours;
import dev.sandoo.server.orm.Compute;
import dev.sandoo.server.orm.Records;
import java.util.List;
import java.util.Map;

/** A company's address is that of its partner's contact, and writing it writes the partner's. */
public final class CompanyAddress implements Addon {
    private static final String COMPANY = "res.company";
    private static final String PARTNER = "partner_id";
    private static final List<String> FIELDS = List.of("street", "street2", "zip", "city", "state_id", "country_id");

    @Override
    public void register(Behaviours.Builder behaviours) {
        List<String> paths = FIELDS.stream().map(field -> PARTNER + "." + field).toList();
        behaviours.compute(COMPANY, FIELDS, paths, CompanyAddress::compute);
        for (String field : FIELDS) {
            behaviours.inverse(COMPANY, field, (companies, value) -> partners(companies, field, value));
        }
    }

    private static void compute(Records companies, Compute.Results results) {
        for (Records company : companies.sudo()) {
            Records partner = company.records(PARTNER);
            if (!partner.isEmpty()) {
                Records contact = partner.browse(List.of(PartnerAddresses.find(partner, "contact")));
                FIELDS.forEach(field -> results.set(company.id(), field, contact.get(field)));
            }
        }
    }

    private static void partners(Records companies, String field, Object value) {
        for (Records company : companies) {
            company.records(PARTNER).write(Map.of(field, value));
        }
    }
}
