package dev.sandoo.server.addons.policy;

import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.Operator;
import dev.sandoo.server.orm.Records;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Whoever has roles has the groups of those that count today, and no others. Source: OCA's base_user_role. */
final class UserRoles {
    private UserRoles() {}

    /** Gives each of the users who have roles the groups of these. */
    static void apply(Records users) {
        for (Records user : users.sudo()) {
            Records lines = lines(user);
            if (!lines.isEmpty()) {
                give(user, lines);
            }
        }
    }

    /** The same, and whoever has no role left has no groups left either. */
    static void applyOrClear(Records users) {
        for (Records user : users.sudo().exists()) {
            give(user, lines(user));
        }
    }

    private static Records lines(Records user) {
        return user.env().model(RoleHooks.LINE).search(Condition.term("user_id", Operator.EQUALS, user.id()));
    }

    private static void give(Records user, Records lines) {
        Records groups = lines.filter(UserRoles::isEnabled).records("role_id.implied_ids");
        boolean stored = user.env().version().has("groups.implied-stored");
        user.write(Map.of(stored ? "groups_id" : "group_ids", List.of(List.of(6, 0, groups.ids()))));
    }

    static boolean isEnabled(Records line) {
        LocalDate today = line.env().now().toLocalDate();
        LocalDate from = line.date("date_from");
        LocalDate to = line.date("date_to");
        return line.bool("active")
                && line.bool("role_id.active")
                && (from == null || !today.isBefore(from))
                && (to == null || !today.isAfter(to));
    }
}
