package dev.sandoo.server.addons.policy;

import dev.sandoo.server.access.Operation;
import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.orm.Arguments;
import dev.sandoo.server.orm.ModelHooks;
import dev.sandoo.server.orm.Records;
import java.util.Map;

/** A role that changes changes the groups of those who have it. Source: the behaviour of OCA's base_user_role. */
final class RoleHooks implements ModelHooks {
    static final String ROLE = "res.users.role";
    static final String LINE = "res.users.role.line";

    @Override
    public void afterWrite(Records roles, Map<String, Object> values) {
        Records all = roles.in(roles.env().sudo().with("active_test", false));
        UserRoles.apply(all.records("line_ids").records("user_id"));
    }

    @Override
    public void beforeUnlink(Records roles) {
        roles.in(roles.env().sudo().with("active_test", false))
                .records("line_ids")
                .unlink();
    }

    /** Brings the groups of all who have roles up to this day. */
    static Object updateAll(Records self, Arguments arguments) {
        self.requireModelRight(Operation.WRITE);
        Records lines = self.env().sudo().with("active_test", false).model(LINE).search(Condition.TRUE);
        UserRoles.apply(lines.records("user_id"));
        return true;
    }
}
