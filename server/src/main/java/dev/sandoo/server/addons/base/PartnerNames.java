package dev.sandoo.server.addons.base;

import dev.sandoo.schema.FieldDef.Option;
import dev.sandoo.server.orm.Compute;
import dev.sandoo.server.orm.Records;
import java.util.HashSet;
import java.util.Set;

/** What partners and their tags are called. */
final class PartnerNames {
    private PartnerNames() {}

    /** {@code Company, Person}, {@code Company, Invoice} for an address without a name, or the name alone. */
    static String complete(Records partner) {
        String name = partner.text("name");
        boolean belongs = partner.integer("parent_id") != 0
                || !partner.text("company_name").isEmpty();
        if (!belongs) {
            return name.strip();
        }
        if (name.isEmpty()) {
            name = typeLabel(partner);
        }
        if (!partner.bool("is_company")) {
            String company = partner.text("commercial_company_name");
            name = (company.isEmpty() ? partner.text("parent_id.name") : company) + ", " + name;
        }
        return name.strip();
    }

    private static String typeLabel(Records partner) {
        String type = partner.text("type");
        if (!Set.of("invoice", "delivery", "other").contains(type)) {
            return "";
        }
        return partner.field("type").selection().stream()
                .filter(option -> option.value().equals(type))
                .map(Option::label)
                .findFirst()
                .orElse("");
    }

    static void displayNames(Records partners, Compute.Results results) {
        boolean stored = partners.model().fields().containsKey("complete_name");
        for (Records partner : partners) {
            results.set(partner.id(), "display_name", stored ? partner.text("complete_name") : complete(partner));
        }
    }

    /** {@code Parent / Tag}, however deep. */
    static void categoryNames(Records categories, Compute.Results results) {
        for (Records category : categories) {
            StringBuilder name = new StringBuilder(category.text("name"));
            Set<Integer> passed = new HashSet<>(Set.of(category.id()));
            Records parent = category.records("parent_id");
            while (!parent.isEmpty() && passed.add(parent.id())) {
                name.insert(0, parent.text("name") + " / ");
                parent = parent.records("parent_id");
            }
            results.set(category.id(), "display_name", name.toString());
        }
    }
}
