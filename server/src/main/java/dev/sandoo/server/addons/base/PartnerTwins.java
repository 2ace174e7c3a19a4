package dev.sandoo.server.addons.base;

import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.Operator;
import dev.sandoo.server.orm.Behaviours;
import dev.sandoo.server.orm.Compute;
import dev.sandoo.server.orm.Records;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who else has a partner's tax id or registry number: a hint at contacts that were entered twice. Asked of 19.0 and 14.0. */
final class PartnerTwins {
    private static final String PARTNER = "res.partner";

    private PartnerTwins() {}

    static void register(Behaviours.Builder behaviours) {
        compute(behaviours, "same_vat_partner_id", "vat");
        compute(behaviours, "same_company_registry_partner_id", "company_registry");
    }

    private static void compute(Behaviours.Builder behaviours, String twin, String number) {
        behaviours.compute(
                PARTNER,
                List.of(twin),
                List.of(number, "parent_id", "company_id"),
                (partners, results) -> find(partners, twin, number, results));
    }

    /** One search for all the partners at hand, in the order of the model. */
    private static void find(Records partners, String twin, String number, Compute.Results results) {
        List<Object> numbers = new ArrayList<>();
        for (Records partner : partners) {
            if (partner.integer("parent_id") == 0 && !partner.text(number).isEmpty()) {
                numbers.add(partner.text(number));
            }
        }
        Map<String, List<Records>> found = new LinkedHashMap<>();
        if (!numbers.isEmpty()) {
            Records all = partners.sudo().in(partners.sudo().env().with("active_test", false));
            for (Records other : all.env().model(PARTNER).search(Condition.term(number, Operator.IN, numbers))) {
                found.computeIfAbsent(other.text(number), key -> new ArrayList<>())
                        .add(other);
            }
        }
        for (Records partner : partners) {
            List<Records> same =
                    partner.integer("parent_id") == 0 ? found.getOrDefault(partner.text(number), List.of()) : List.of();
            results.set(
                    partner.id(),
                    twin,
                    same.stream()
                            .filter(other -> isAnother(partner, other))
                            .map(Records::id)
                            .findFirst()
                            .orElse(null));
        }
    }

    /** Neither the partner itself nor one below it, nor one of another company. */
    private static boolean isAnother(Records partner, Records other) {
        int company = partner.integer("company_id");
        int othersCompany = other.integer("company_id");
        if (company != 0 && othersCompany != 0 && company != othersCompany) {
            return false;
        }
        Set<Integer> passed = new HashSet<>();
        for (Records above = other; !above.isEmpty() && passed.add(above.id()); above = above.records("parent_id")) {
            if (above.id() == partner.id()) {
                return false;
            }
        }
        return true;
    }
}
