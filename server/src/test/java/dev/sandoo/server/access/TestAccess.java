package dev.sandoo.server.access;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A small set of groups, rights and rules, and callers in it. */
final class TestAccess {
    static final int USER = 1;
    static final int SYSTEM = 2;
    static final int SALES = 3;
    static final int PORTAL = 4;
    static final int TECHNICAL = 5;

    static final Rule EVERYONE = rule(10, "company", Set.of(), "[('company_id', 'in', company_ids)]");
    static final Rule OWN = rule(11, "own", Set.of(SALES), "[('user_id', '=', user.id)]");
    static final Rule ALL = rule(12, "all", Set.of(SYSTEM), "[(1, '=', 1)]");
    static final Rule ONLY_WRITE = new Rule(13, "write", "crm.lead", Set.of(), Set.of(Operation.WRITE), "[]");

    private TestAccess() {}

    static Rule rule(int id, String name, Set<Integer> groups, String domain) {
        return new Rule(id, name, "crm.lead", groups, Set.of(Operation.values()), domain);
    }

    static AccessTables tables() {
        return new AccessTables(
                Map.of(
                        "crm.lead",
                        List.of(
                                right("crm.lead", OptionalInt.of(SYSTEM), Operation.values()),
                                right("crm.lead", OptionalInt.of(SALES), Operation.READ, Operation.CREATE)),
                        "res.lang",
                        List.of(right("res.lang", OptionalInt.empty(), Operation.READ))),
                Map.of("crm.lead", List.of(EVERYONE, OWN, ALL, ONLY_WRITE)),
                Stream.of(
                                new Group(USER, "Role / User", Optional.empty()),
                                new Group(SYSTEM, "Administrator", Optional.of("Sales")),
                                new Group(SALES, "User: Own Documents Only", Optional.of("Sales")),
                                new Group(PORTAL, "Role / Portal", Optional.empty()),
                                new Group(TECHNICAL, "Technical Features", Optional.empty()))
                        .collect(Collectors.toMap(Group::id, group -> group)),
                Map.of(
                        "base.group_user", USER,
                        "base.group_system", SYSTEM,
                        "sales.user", SALES,
                        "base.group_portal", PORTAL,
                        "base.group_no_one", TECHNICAL),
                AccessLoader.closure(Map.of(SYSTEM, Set.of(SALES), SALES, Set.of(USER), USER, Set.of(TECHNICAL))),
                Map.of(1, List.of(1), 2, List.of(1, 2)));
    }

    /** A user in these groups and all they imply. */
    static Caller caller(int uid, Integer... groups) {
        AccessTables tables = tables();
        CallerUser joe =
                new CallerUser(uid, "joe", "Joe", 7, 1, List.of(1, 2), Optional.empty(), Optional.empty(), false);
        return Caller.of("demo", joe, tables.withImplied(List.of(groups)), new Counters(1, 1), tables);
    }

    private static ModelRight right(String model, OptionalInt group, Operation... operations) {
        return new ModelRight(model, group, Set.of(operations));
    }
}
