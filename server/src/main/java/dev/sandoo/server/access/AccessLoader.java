package dev.sandoo.server.access;

import dev.sandoo.schema.OdooVersion;
import dev.sandoo.server.db.Row;
import dev.sandoo.server.db.Transaction;
import dev.sandoo.server.sql.SqlFragment;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads the rights of a database: six statements, whatever its size. */
final class AccessLoader {
    private static final SqlFragment RIGHTS = SqlFragment.of("""
            SELECT m.model, a.group_id, a.perm_read, a.perm_write, a.perm_create, a.perm_unlink
              FROM ir_model_access a
              JOIN ir_model m ON m.id = a.model_id
             WHERE a.active
             ORDER BY a.id""");

    private static final SqlFragment RULES = SqlFragment.of("""
            SELECT m.model, r.id, r.perm_read, r.perm_write, r.perm_create, r.perm_unlink,
                   coalesce(r.name, ''), coalesce(r.domain_force, ''),
                   ARRAY(SELECT g.group_id FROM rule_group_rel g WHERE g.rule_group_id = r.id)
              FROM ir_rule r
              JOIN ir_model m ON m.id = r.model_id
             WHERE r.active
             ORDER BY r.id""");

    private static final SqlFragment GROUPS_UNDER_PRIVILEGES = SqlFragment.of("""
            SELECT g.id, g.name ->> 'en_US', p.name ->> 'en_US'
              FROM res_groups g
              LEFT JOIN res_groups_privilege p ON p.id = g.privilege_id""");

    private static final SqlFragment GROUPS_UNDER_CATEGORIES = SqlFragment.of("""
            SELECT g.id, g.name ->> 'en_US', c.name ->> 'en_US'
              FROM res_groups g
              LEFT JOIN ir_module_category c ON c.id = g.category_id""");

    private static final SqlFragment IMPLIED = SqlFragment.of("SELECT gid, hid FROM res_groups_implied_rel");

    private static final SqlFragment EXTERNAL_IDS =
            SqlFragment.of("SELECT module || '.' || name, res_id FROM ir_model_data WHERE model = 'res.groups'");

    private static final SqlFragment COMPANIES =
            SqlFragment.of("SELECT id, string_to_array(rtrim(parent_path, '/'), '/')::int4[] FROM res_company");

    private final SqlFragment groups;
    private final boolean companiesHaveBranches;

    AccessLoader(OdooVersion version) {
        this.groups = version.has("groups.privileges") ? GROUPS_UNDER_PRIVILEGES : GROUPS_UNDER_CATEGORIES;
        this.companiesHaveBranches = version.has("companies.branches");
    }

    private Map<Integer, List<Integer>> companyLines(Transaction transaction) {
        Map<Integer, List<Integer>> lines = new HashMap<>();
        if (companiesHaveBranches) {
            transaction.query(COMPANIES, row -> lines.put(row.integer(1), List.copyOf(row.ids(2))));
        }
        return lines;
    }

    AccessTables load(Transaction transaction) {
        return new AccessTables(
                byModel(transaction.query(RIGHTS, AccessLoader::right), ModelRight::model),
                byModel(transaction.query(RULES, AccessLoader::rule), Rule::model),
                transaction.query(groups, AccessLoader::group).stream()
                        .collect(Collectors.toMap(Group::id, Function.identity())),
                externalIds(transaction),
                implied(transaction),
                companyLines(transaction));
    }

    private static ModelRight right(Row row) {
        Integer group = row.integerOrNull(2);
        return new ModelRight(
                row.text(1), group == null ? OptionalInt.empty() : OptionalInt.of(group), operations(row));
    }

    private static Rule rule(Row row) {
        return new Rule(row.integer(2), row.text(7), row.text(1), Set.copyOf(row.ids(9)), operations(row), row.text(8));
    }

    /** Both statements have the four permissions in columns 3 to 6. */
    private static Set<Operation> operations(Row row) {
        Set<Operation> operations = EnumSet.noneOf(Operation.class);
        int column = 3;
        for (Operation operation : Operation.values()) {
            if (row.bool(column++)) {
                operations.add(operation);
            }
        }
        return operations;
    }

    private static Group group(Row row) {
        return new Group(row.integer(1), row.text(2), Optional.ofNullable(row.text(3)));
    }

    private static Map<String, Integer> externalIds(Transaction transaction) {
        Map<String, Integer> ids = new HashMap<>();
        transaction.query(EXTERNAL_IDS, row -> ids.put(row.text(1), row.integer(2)));
        return ids;
    }

    private static Map<Integer, Set<Integer>> implied(Transaction transaction) {
        Map<Integer, Set<Integer>> direct = new HashMap<>();
        transaction.query(
                IMPLIED,
                row -> direct.computeIfAbsent(row.integer(1), id -> new HashSet<>())
                        .add(row.integer(2)));
        return closure(direct);
    }

    /** Each group to all it reaches; groups that imply each other are no trouble. */
    static Map<Integer, Set<Integer>> closure(Map<Integer, Set<Integer>> direct) {
        Map<Integer, Set<Integer>> all = new HashMap<>();
        for (Integer start : direct.keySet()) {
            Set<Integer> reached = new HashSet<>(Set.of(start));
            Deque<Integer> open = new ArrayDeque<>(reached);
            while (!open.isEmpty()) {
                for (Integer next : direct.getOrDefault(open.pop(), Set.of())) {
                    if (reached.add(next)) {
                        open.push(next);
                    }
                }
            }
            all.put(start, Set.copyOf(reached));
        }
        return all;
    }

    private static <T> Map<String, List<T>> byModel(List<T> lines, Function<T, String> model) {
        return lines.stream().collect(Collectors.groupingBy(model, Collectors.toUnmodifiableList()));
    }
}
