package dev.sandoo.server.addons.policy;

import dev.sandoo.server.error.ValidationError;
import dev.sandoo.server.orm.Compute;
import dev.sandoo.server.orm.ModelHooks;
import dev.sandoo.server.orm.Records;
import java.util.List;
import java.util.Map;

/** Whoever is given a role or loses it has other groups from then on. */
final class RoleLineHooks implements ModelHooks {
    private static final String LOSING = "role lines removed";

    @Override
    public void afterCreate(Records lines, List<Map<String, Object>> values) {
        apply(lines);
    }

    /** Whoever had the line before loses it, and may be another than has it then. */
    @Override
    public void beforeWrite(Records lines, Map<String, Object> values) {
        if (values.containsKey("user_id")) {
            later(lines);
        }
    }

    @Override
    public void afterWrite(Records lines, Map<String, Object> values) {
        apply(lines);
    }

    @Override
    public void beforeUnlink(Records lines) {
        later(lines);
    }

    private static void later(Records lines) {
        Records users = lines.sudo().records("user_id");
        lines.env().whenDone(LOSING + users.ids(), () -> UserRoles.applyOrClear(users));
    }

    private static void apply(Records lines) {
        for (Records line : lines) {
            if (line.date("date_from") != null
                    && line.date("date_to") != null
                    && line.date("date_from").isAfter(line.date("date_to"))) {
                throw new ValidationError("A role cannot end before it begins.");
            }
        }
        UserRoles.apply(lines.sudo().records("user_id"));
    }

    /** Whether the line counts today. */
    static void enabled(Records lines, Compute.Results results) {
        for (Records line : lines) {
            results.set(line.id(), "is_enabled", UserRoles.isEnabled(line));
        }
    }
}
