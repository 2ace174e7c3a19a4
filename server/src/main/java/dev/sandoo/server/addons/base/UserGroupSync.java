package dev.sandoo.server.addons.base;

import dev.sandoo.server.access.AccessTables;
import dev.sandoo.server.error.ValidationError;
import dev.sandoo.server.orm.Environment;
import dev.sandoo.server.orm.ModelHooks;
import dev.sandoo.server.orm.Records;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Keeps a user in one of the groups for employees, portal users and the public at most, and, where the version stores them,
 * in the groups that theirs imply.
 *
 * <p>Source: recorded scenarios {@code orm_write} and {@code biz_partner}.
 */
final class UserGroupSync implements ModelHooks {
    private static final List<String> EXCLUSIVE = List.of("base.group_user", "base.group_portal", "base.group_public");
    private static final int LINK = 4;
    private static final int UNLINK = 3;
    private static final int CLEAR = 5;
    private static final int SET = 6;

    @Override
    public void beforeCreate(Environment env, List<Map<String, Object>> values) {
        for (Map<String, Object> one : values) {
            Object commands = one.get(UserGroups.field(env));
            requireOneKind(env, String.valueOf(one.get("name")), applied(List.of(), commands));
        }
    }

    @Override
    public void beforeWrite(Records users, Map<String, Object> values) {
        String field = UserGroups.field(users.env());
        if (values.containsKey(field)) {
            for (Records user : users.sudo()) {
                List<Integer> groups = applied(user.records(field).ids(), values.get(field));
                requireOneKind(user.env(), user.text("name"), groups);
            }
        }
    }

    @Override
    public void afterCreate(Records created, List<Map<String, Object>> values) {
        storeImplied(created);
    }

    @Override
    public void afterWrite(Records users, Map<String, Object> values) {
        if (values.containsKey(UserGroups.field(users.env()))) {
            storeImplied(users);
        }
    }

    private static void storeImplied(Records users) {
        Environment env = users.env();
        if (!env.version().has("groups.implied-stored")) {
            return;
        }
        AccessTables access = env.caller().access();
        for (Records user : users.sudo()) {
            List<Integer> direct = user.records("groups_id").ids();
            Set<Integer> missing = new LinkedHashSet<>(access.withImplied(direct));
            missing.removeAll(direct);
            if (!missing.isEmpty()) {
                List<Object> links = new ArrayList<>();
                missing.forEach(id -> links.add(List.of(LINK, id)));
                user.writeQuietly(Map.of("groups_id", links));
            }
        }
    }

    private static void requireOneKind(Environment env, String name, List<Integer> groups) {
        AccessTables access = env.caller().access();
        List<Integer> kinds = EXCLUSIVE.stream()
                .map(group -> access.groupId(group).orElse(null))
                .filter(Objects::nonNull)
                .toList();
        Set<Integer> found = new LinkedHashSet<>();
        for (Integer group : groups) {
            Set<Integer> all = access.withImplied(List.of(group));
            kinds.stream().filter(all::contains).forEach(found::add);
        }
        if (found.size() > 1) {
            throw new ValidationError(
                    env.version().message("user.exclusive-groups", Map.of("user", name, "groups", names(env, found))));
        }
    }

    private static String names(Environment env, Set<Integer> groups) {
        return groups.stream()
                .map(id -> "'" + env.sudo().record("res.groups", id).text("display_name") + "'")
                .collect(Collectors.joining(", "));
    }

    /** The groups in the order that the commands put them in. */
    static List<Integer> applied(List<Integer> before, Object commands) {
        Set<Integer> groups = new LinkedHashSet<>(before);
        for (Object command : commands instanceof List<?> list ? list : List.of()) {
            if (command instanceof Integer id) {
                groups.add(id);
            } else if (command instanceof List<?> parts && !parts.isEmpty()) {
                apply(groups, parts);
            }
        }
        return List.copyOf(groups);
    }

    private static void apply(Set<Integer> groups, List<?> parts) {
        int code = parts.get(0) instanceof Integer number ? number : -1;
        Object target = parts.size() > 1 ? parts.get(1) : null;
        if (code == LINK && target instanceof Integer id) {
            groups.add(id);
        } else if (code == UNLINK || code == 2) {
            groups.remove(target);
        } else if (code == CLEAR) {
            groups.clear();
        } else if (code == SET && parts.size() > 2 && parts.get(2) instanceof List<?> ids) {
            groups.clear();
            ids.forEach(id -> {
                if (id instanceof Integer group) {
                    groups.add(group);
                }
            });
        }
    }
}
