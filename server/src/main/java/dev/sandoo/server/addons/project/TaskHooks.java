package dev.sandoo.server.addons.project;

import dev.sandoo.server.error.ValidationError;
import dev.sandoo.server.field.DatetimeText;
import dev.sandoo.server.orm.Environment;
import dev.sandoo.server.orm.ModelHooks;
import dev.sandoo.server.orm.Records;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A task starts in its project's first stage; when it last changed its stage is kept. */
final class TaskHooks implements ModelHooks {

    @Override
    public void beforeDefaults(Environment env, List<Map<String, Object>> values) {
        for (Map<String, Object> one : values) {
            Object project = one.getOrDefault("project_id", env.context().get("default_project_id"));
            if (project instanceof Integer id) {
                Records record = env.record(ProjectAddon.PROJECT, id);
                record.requireExisting();
                Object stage = TaskFields.firstStage(record.sudo());
                if (stage != null) {
                    one.putIfAbsent("stage_id", stage);
                }
            }
            one.putIfAbsent("date_last_stage_update", DatetimeText.of(env.now()));
        }
    }

    @Override
    public void beforeWrite(Records tasks, Map<String, Object> values) {
        if (values.get("parent_id") instanceof Integer id && tasks.ids().contains(id)) {
            throw new ValidationError("Sorry. You can't set a task as its parent task.");
        }
        if (values.get("stage_id") instanceof Integer id) {
            tasks.env().record("project.task.type", id).requireExisting();
            values.put("date_last_stage_update", DatetimeText.of(tasks.env().now()));
        }
    }

    @Override
    public void beforeUnlink(Records tasks) {
        if (tasks.env().version().has("project.subtasks-go-along")) {
            Records children = tasks.in(tasks.env().with("active_test", false)).records("child_ids");
            List<Integer> others = new ArrayList<>(children.ids());
            others.removeAll(tasks.ids());
            tasks.browse(others).unlink();
        }
    }

    @Override
    public void beforeCopy(Records task, Map<String, Object> values, Map<String, Object> given) {
        if (!given.containsKey("name")) {
            values.put("name", task.text("name") + " (copy)");
        }
    }
}
