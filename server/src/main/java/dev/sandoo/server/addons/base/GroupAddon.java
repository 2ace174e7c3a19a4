package dev.sandoo.server.addons.base;

import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.Operator;
import dev.sandoo.server.field.PythonValues;
import dev.sandoo.server.orm.Addon;
import dev.sandoo.server.orm.Behaviours;
import dev.sandoo.server.orm.Compute;
import dev.sandoo.server.orm.Environment;
import dev.sandoo.server.orm.Records;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Groups: what they are called, what they imply, who is in them. */
public final class GroupAddon implements Addon {
    private static final String GROUP = "res.groups";

    @Override
    public void register(Behaviours.Builder behaviours) {
        behaviours
                .computeEach(GROUP, "full_name", List.of("name"), GroupAddon::fullName)
                .search(GROUP, "full_name", GroupAddon::searchFullName)
                .compute(GROUP, List.of("trans_implied_ids"), List.of(), GroupAddon::implied)
                .computeEach(GROUP, "all_implied_ids", List.of(), GroupAddon::impliedAndSelf)
                .computeEach(GROUP, "all_implied_by_ids", List.of(), GroupAddon::impliedBy)
                .computeEach(GROUP, "all_user_ids", List.of(), GroupAddon::users)
                .computeEach(GROUP, "all_users_count", List.of(), GroupAddon::userCount)
                .hooks(GROUP, new GroupSync());
    }

    private static Object fullName(Records group) {
        return title(group);
    }

    /** Such as {@code Sales / Administrator}: the later version's groups stand under privileges, the earlier one's under applications. */
    private static String title(Records group) {
        String heading = group.env().version().has("groups.privileges") ? "privilege_id" : "category_id";
        String above = group.sudo().text(heading + ".name");
        return above.isEmpty() ? group.text("name") : above + " / " + group.text("name");
    }

    /** There are few groups, and their names are made of two tables: they are compared here. */
    private static Condition searchFullName(Environment env, Operator operator, Object value) {
        List<Object> ids = new ArrayList<>();
        boolean negated = operator.text().startsWith("not ") || operator.canonical() == Operator.NOT_EQUALS;
        for (Records group : env.sudo().model(GROUP).search(Condition.TRUE)) {
            if (names(title(group), operator, value)) {
                ids.add(group.id());
            }
        }
        return Condition.term("id", negated ? Operator.NOT_IN : Operator.IN, ids);
    }

    private static boolean names(String title, Operator operator, Object value) {
        if (value instanceof Collection<?> titles) {
            return titles.contains(title);
        }
        String text = PythonValues.str(value);
        return switch (operator.canonical()) {
            case ILIKE, NOT_ILIKE -> title.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
            case LIKE, NOT_LIKE -> title.contains(text);
            case EQUALS_ILIKE, NOT_EQUALS_ILIKE -> title.equalsIgnoreCase(text);
            default -> title.equals(text);
        };
    }

    /** What the group implies, near and far, as the database has it at this point of the call. */
    static Set<Integer> implied(Records group) {
        return reached(group, "implied_ids");
    }

    private static Set<Integer> reached(Records start, String field) {
        Set<Integer> found = new LinkedHashSet<>();
        Deque<Records> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            for (Records next : open.pop().records(field)) {
                if (found.add(next.id())) {
                    open.add(next);
                }
            }
        }
        return found;
    }

    private static void implied(Records groups, Compute.Results results) {
        for (Records group : groups) {
            results.set(group.id(), "trans_implied_ids", List.copyOf(implied(group)));
        }
    }

    private static Object impliedAndSelf(Records group) {
        return withSelf(group, "implied_ids");
    }

    private static Object impliedBy(Records group) {
        return withSelf(group, "implied_by_ids");
    }

    private static List<Integer> withSelf(Records group, String field) {
        Set<Integer> all = new LinkedHashSet<>(List.of(group.id()));
        reached(group, field).stream().sorted().forEach(all::add);
        return List.copyOf(all);
    }

    private static Object users(Records group) {
        return allUsers(group).ids();
    }

    private static Object userCount(Records group) {
        return allUsers(group).size();
    }

    private static Records allUsers(Records group) {
        return group.browse(withSelf(group, "implied_by_ids")).records("user_ids");
    }
}
