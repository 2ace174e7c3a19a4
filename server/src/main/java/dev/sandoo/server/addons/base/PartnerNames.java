package dev.sandoo.server.addons.base;

import dev.sandoo.schema.FieldDef.Option;
import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.Operator;
import dev.sandoo.server.orm.Compute;
import dev.sandoo.server.orm.Context;
import dev.sandoo.server.orm.Environment;
import dev.sandoo.server.orm.Records;
import java.util.HashSet;
import java.util.List;
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
        boolean kept = partners.model().fields().containsKey("complete_name");
        for (Records partner : partners) {
            results.set(
                    partner.id(),
                    "display_name",
                    kept ? asked(partner, partner.text("complete_name")) : complete(partner));
        }
    }

    /** The name with what the context asks to see beside it; where names are stored, they are the same for everybody. */
    private static String asked(Records partner, String name) {
        Context context = partner.env().context();
        StringBuilder shown = new StringBuilder(name);
        if (context.isTrue("partner_show_db_id", false)) {
            shown.append(" (").append(partner.id()).append(')');
        }
        if (context.isTrue("show_email", false) && !partner.text("email").isEmpty()) {
            shown.append(" <").append(partner.text("email")).append('>');
        }
        boolean address = context.isTrue("show_address", false);
        if (address) {
            shown.append('\n').append(PartnerAddressText.compact(partner));
        }
        if (context.isTrue("show_vat", false) && !partner.text("vat").isEmpty()) {
            shown.append(address ? "\n " : " - ").append(partner.text("vat"));
        }
        return shown.toString().strip();
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

    /** Tags below those that are called so; the earlier version looks for the last step of a path alone. */
    static Condition categorySearch(Environment env, Operator operator, Object value) {
        if (env.version().has("tags.found-by-last-step")) {
            Object last = value instanceof String text ? text.substring(text.lastIndexOf(" / ") + 1) : value;
            return Condition.term("name", operator, last instanceof String text ? text.replaceFirst("^/ ", "") : last);
        }
        Condition called = Condition.term("name", operator, value);
        return switch (operator) {
            case LIKE, ILIKE, EQUALS_LIKE, EQUALS_ILIKE -> below(env, called);
            case NOT_LIKE -> new Condition.Not(below(env, Condition.term("name", Operator.LIKE, value)));
            case NOT_ILIKE -> new Condition.Not(below(env, Condition.term("name", Operator.ILIKE, value)));
            default -> called;
        };
    }

    private static Condition below(Environment env, Condition called) {
        return Condition.term(
                "id",
                Operator.CHILD_OF,
                List.copyOf(env.model("res.partner.category").search(called).ids()));
    }
}
