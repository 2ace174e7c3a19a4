package dev.sandoo.server.access;

import dev.sandoo.schema.FieldDef;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The groups, model rights and record rules of one database as they stood at one moment. Immutable save for what it
 * remembers, and thread-safe; {@link AccessCatalog}
 * hands out the one that holds for a call.
 */
public final class AccessTables {
    private static final int MOST_CLOSURES = 1_000;
    private static final String DEBUG_MODE = "base.group_no_one";

    private final Map<String, List<ModelRight>> rights;
    private final Map<String, List<Rule>> rules;
    private final Map<Integer, Group> groups;
    private final Map<String, Integer> groupIds;
    private final Map<Integer, Set<Integer>> implied;
    private final Map<Integer, List<Integer>> companyLines;
    /** Each call asks for its user's groups again. */
    private final Map<List<Integer>, Set<Integer>> closures = new ConcurrentHashMap<>();

    /**
     * @param groupIds group ids by external id
     * @param implied each group's id to every group it implies, itself included
     * @param companyLines each company's id to the companies above it and itself, where companies have branches
     */
    AccessTables(
            Map<String, List<ModelRight>> rights,
            Map<String, List<Rule>> rules,
            Map<Integer, Group> groups,
            Map<String, Integer> groupIds,
            Map<Integer, Set<Integer>> implied,
            Map<Integer, List<Integer>> companyLines) {
        this.rights = Map.copyOf(rights);
        this.rules = Map.copyOf(rules);
        this.groups = Map.copyOf(groups);
        this.groupIds = Map.copyOf(groupIds);
        this.implied = Map.copyOf(implied);
        this.companyLines = Map.copyOf(companyLines);
    }

    /** Whether a line of {@code ir.model.access} lets the caller do this; the superuser may do anything. */
    public boolean allows(Caller caller, String model, Operation operation) {
        return caller.isSuperuser()
                || rights.getOrDefault(model, List.of()).stream()
                        .anyMatch(right -> right.allows(caller.groupIds(), operation));
    }

    /** The names of the groups that may do this, as messages list them: a group stands there once per line that allows it. */
    public List<String> groupsThatMay(String model, Operation operation) {
        return rights.getOrDefault(model, List.of()).stream()
                .filter(right -> right.operations().contains(operation))
                .flatMap(right -> right.groupId().stream().boxed())
                .flatMap(id -> Optional.ofNullable(groups.get(id)).stream())
                .sorted(Group.BY_NAME)
                .map(Group::path)
                .toList();
    }

    /** The rules of this very model that bind the caller, by id; none for the superuser. */
    public List<Rule> rules(Caller caller, String model, Operation operation) {
        if (caller.isSuperuser()) {
            return List.of();
        }
        return rules.getOrDefault(model, List.of()).stream()
                .filter(rule -> rule.bears(caller.groupIds(), operation))
                .toList();
    }

    /** Whether the caller may use the field at all. */
    public boolean allows(Caller caller, FieldDef field) {
        return field.groups().isEmpty() || caller.isSuperuser() || matchesGroups(caller, field.groups());
    }

    /** The id of the group with this external id, if there is one. */
    public Optional<Integer> groupId(String externalId) {
        return Optional.ofNullable(groupIds.get(externalId));
    }

    /** The {@code full_name} of the group with this external id, if there is one. */
    Optional<String> groupTitle(String externalId) {
        return groupId(externalId).map(groups::get).map(Group::fullName);
    }

    /**
     * These companies and all above them, as nearly every record rule asks for them; empty when one of them is not known,
     * or companies have no branches.
     */
    public Optional<Set<Integer>> withCompaniesAbove(Collection<Integer> ids) {
        Set<Integer> all = new LinkedHashSet<>();
        for (Integer id : ids) {
            List<Integer> line = companyLines.get(id);
            if (line == null) {
                return Optional.empty();
            }
            all.addAll(line);
        }
        return Optional.of(all);
    }

    /** These groups and all they imply. */
    public Set<Integer> withImplied(Collection<Integer> ids) {
        if (closures.size() > MOST_CLOSURES) {
            closures.clear();
        }
        return closures.computeIfAbsent(List.copyOf(ids), this::closure);
    }

    private Set<Integer> closure(List<Integer> ids) {
        Set<Integer> all = new HashSet<>(ids);
        for (Integer id : ids) {
            all.addAll(implied.getOrDefault(id, Set.of()));
        }
        return Set.copyOf(all);
    }

    /**
     * In one of the groups, and in none that stands behind an exclamation mark. A dot stands for nobody, and so does the group
     * of technical features: Odoo counts it only where a page is in debug mode, which a call never is.
     */
    private static boolean matchesGroups(Caller caller, List<String> expression) {
        boolean onlyExclusions = true;
        boolean included = false;
        for (String item : expression) {
            if (item.startsWith("!")) {
                if (caller.isInGroup(item.substring(1))) {
                    return false;
                }
            } else {
                onlyExclusions = false;
                included |= !item.equals(DEBUG_MODE) && caller.isInGroup(item);
            }
        }
        return included || onlyExclusions;
    }
}
