package dev.sandoo.server.addons.base;

import dev.sandoo.server.access.AccessTables;
import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.Operator;
import dev.sandoo.server.error.PythonError;
import dev.sandoo.server.error.PythonRepr;
import dev.sandoo.server.orm.Arguments;
import dev.sandoo.server.orm.Compute;
import dev.sandoo.server.orm.Environment;
import dev.sandoo.server.orm.Records;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which groups users are in. The earlier version stores what groups imply along with them, the later one works it out; both
 * call the field differently.
 */
final class UserGroups {
    private static final String INTERNAL = "base.group_user";
    private static final String DEBUG_MODE = "base.group_no_one";
    private static final int SUPERUSER = 1;

    private UserGroups() {}

    /** The version's name of a user's groups. */
    static String field(Environment env) {
        return env.version().has("groups.implied-stored") ? "groups_id" : "group_ids";
    }

    /** Everyone who is no employee is an outsider; the superuser never is. */
    static void share(Records users, Compute.Results results) {
        Environment env = users.env();
        int internal = env.caller().access().groupId(INTERNAL).orElse(0);
        for (Records user : users) {
            boolean insider = user.id() == SUPERUSER || closure(user).contains(internal);
            results.set(user.id(), "share", !insider);
        }
    }

    /** The user's groups and all they imply. */
    static void all(Records users, Compute.Results results) {
        for (Records user : users) {
            results.set(user.id(), "all_group_ids", List.copyOf(closure(user)));
        }
    }

    /** Users in one of the groups, or in a group that implies one of them. */
    static Condition searchAll(Environment env, Operator operator, Object value) {
        boolean negated = operator == Operator.NOT_IN || operator == Operator.NOT_EQUALS;
        Collection<?> wanted = value instanceof Collection<?> ids ? ids : List.of(value);
        AccessTables access = env.caller().access();
        List<Object> reaching = new ArrayList<>();
        for (Integer group :
                env.sudo().model("res.groups").search(Condition.TRUE).ids()) {
            if (access.withImplied(List.of(group)).stream().anyMatch(wanted::contains)) {
                reaching.add(group);
            }
        }
        return Condition.term(field(env), negated ? Operator.NOT_IN : Operator.IN, reaching);
    }

    private static Set<Integer> closure(Records user) {
        List<Integer> direct = user.records(field(user.env())).ids();
        return new TreeSet<>(user.env().caller().access().withImplied(direct));
    }

    /** About the caller in the earlier version, about the records in the later one. */
    static Object hasGroup(Records self, Arguments arguments) {
        Environment env = self.env();
        Object name = arguments.get("group_ext_id");
        if (env.version().has("groups.implied-stored")) {
            requireQualified(name);
            return env.hasGroup((String) name);
        }
        return name instanceof String group && isIn(self, group);
    }

    private static void requireQualified(Object name) {
        if (!(name instanceof String text) || text.indexOf('.') < 0) {
            throw PythonError.of(
                    "AssertionError", "External ID '" + PythonRepr.text(name) + "' must be fully qualified");
        }
    }

    /** A list of groups, one of which the user must be in, and of groups behind exclamation marks that forbid. */
    static Object hasGroups(Records self, Arguments arguments) {
        List<String> allowed = new ArrayList<>();
        for (String item : arguments.text("group_spec").orElse("").split(",")) {
            String group = item.strip();
            if (group.startsWith("!")) {
                if (isIn(self, group.substring(1))) {
                    return false;
                }
            } else if (!group.isEmpty()) {
                allowed.add(group);
            }
        }
        return allowed.isEmpty() || allowed.stream().anyMatch(group -> isIn(self, group));
    }

    /** Technical features are only had where a page is in debug mode. What narrows the caller narrows what they are in. */
    private static boolean isIn(Records user, String group) {
        if (user.ids().equals(List.of(user.env().uid()))
                && user.env().caller().policy().isPresent()) {
            return !group.equals(DEBUG_MODE) && user.env().hasGroup(group);
        }
        return !group.equals(DEBUG_MODE)
                && user.env()
                        .caller()
                        .access()
                        .groupId(group)
                        .map(closure(user.sudo())::contains)
                        .orElse(false);
    }
}
