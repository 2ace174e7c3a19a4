package dev.sandoo.server.addons.base;

import dev.sandoo.server.access.AccessTables;
import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.Operator;
import dev.sandoo.server.orm.Compute;
import dev.sandoo.server.orm.Environment;
import dev.sandoo.server.orm.Records;
import java.util.ArrayList;
import java.util.List;

/** The numbers on a user's form. */
final class UserCounts {
    private UserCounts() {}

    /** How many groups, rights and rules are the user's. */
    static void rights(Records users, Compute.Results results) {
        Environment env = users.env().sudo();
        AccessTables access = env.caller().access();
        for (Records user : users) {
            List<Object> groups = new ArrayList<>(
                    access.withImplied(user.records(UserGroups.field(env)).ids()));
            results.set(user.id(), "groups_count", groups.size());
            results.set(user.id(), "accesses_count", count(env, "ir.model.access", "group_id", groups));
            results.set(user.id(), "rules_count", count(env, "ir.rule", "groups", groups));
        }
    }

    private static int count(Environment env, String model, String field, List<Object> groups) {
        return env.model(model)
                .search(Condition.term(field, Operator.IN, groups))
                .size();
    }

    static void companies(Records users, Compute.Results results) {
        int companies =
                users.env().sudo().model("res.company").search(Condition.TRUE).size();
        users.ids().forEach(id -> results.set(id, "companies_count", companies));
    }
}
