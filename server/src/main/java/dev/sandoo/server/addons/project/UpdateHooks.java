package dev.sandoo.server.addons.project;

import dev.sandoo.server.orm.ModelHooks;
import dev.sandoo.server.orm.Records;
import java.util.List;
import java.util.Map;

/** A new status update is its project's last one. */
final class UpdateHooks implements ModelHooks {
    @Override
    public void afterCreate(Records updates, List<Map<String, Object>> values) {
        for (Records update : updates.sudo()) {
            update.records("project_id").write(Map.of("last_update_id", update.id()));
        }
    }
}
