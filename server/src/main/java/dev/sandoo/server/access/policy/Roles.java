package dev.sandoo.server.access.policy;

import dev.sandoo.server.access.Caller;
import dev.sandoo.server.db.Transaction;
import dev.sandoo.server.sql.SqlFragment;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is left of a caller's groups under a policy: those that it names and they are in, never more. */
public final class Roles {
    /** The groups of a role that the user has today. */
    private static final String GROUPS = """
            SELECT r.id, ARRAY(SELECT g.gid FROM res_users_role_group_rel g WHERE g.role_id = r.id)
              FROM res_users_role r
             WHERE r.name = ? AND r.active
               AND EXISTS (SELECT FROM res_users_role_line l
                            WHERE l.role_id = r.id AND l.user_id = ? AND l.active
                              AND (l.date_from IS NULL OR l.date_from <= ?::date)
                              AND (l.date_to IS NULL OR l.date_to >= ?::date))""";

    private Roles() {}

    /** The groups that are left; empty when the policy names a role that the user does not have. */
    public static Optional<Set<Integer>> narrowed(RoleLimit limit, Caller caller, Transaction transaction) {
        return limit.role()
                .map(role -> ofRole(role, caller, transaction))
                .orElseGet(() -> Optional.of(limit.groups().stream()
                        .flatMap(group -> caller.access().groupId(group).stream())
                        .toList()))
                .map(ids -> narrowed(ids, caller));
    }

    private static Optional<List<Integer>> ofRole(String role, Caller caller, Transaction transaction) {
        Object today = transaction.now().toLocalDate();
        return transaction.queryFirst(SqlFragment.of(GROUPS, role, caller.uid(), today, today), row -> row.ids(2));
    }

    private static Set<Integer> narrowed(List<Integer> ids, Caller caller) {
        Set<Integer> left = new HashSet<>(caller.access().withImplied(ids));
        left.retainAll(caller.groupIds());
        return left;
    }
}
