package dev.sandoo.server.addons.project;

import dev.sandoo.server.error.UserError;
import dev.sandoo.server.field.PythonValues;
import dev.sandoo.server.orm.ModelHooks;
import dev.sandoo.server.orm.Records;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A project takes its tasks along: into the archive, into copies, and away. */
final class ProjectHooks implements ModelHooks {
    @Override
    public void beforeWrite(Records projects, Map<String, Object> values) {
        boolean unset = values.containsKey("date") && !PythonValues.isTrue(values.get("date"))
                || values.containsKey("date_start") && !PythonValues.isTrue(values.get("date_start"));
        if (unset && projects.env().version().has("project.dates-together")) {
            values.put("date", false);
            values.put("date_start", false);
        }
    }

    @Override
    public void afterWrite(Records projects, Map<String, Object> values) {
        if (values.containsKey("active")) {
            Records tasks = tasks(projects);
            if (!tasks.isEmpty()) {
                tasks.write(Map.of("active", PythonValues.isTrue(values.get("active"))));
            }
        }
    }

    @Override
    public void beforeUnlink(Records projects) {
        Records tasks = tasks(projects);
        if (tasks.isEmpty()) {
            return;
        }
        if (projects.env().version().has("project.kept-with-tasks")) {
            throw new UserError(
                    "You cannot delete a project containing tasks. You can either archive it or first delete all of its tasks.");
        }
        tasks.unlink();
    }

    private static Records tasks(Records projects) {
        return projects.in(projects.env().with("active_test", false)).records(taskField(projects));
    }

    private static String taskField(Records projects) {
        return projects.model().fields().containsKey("tasks") ? "tasks" : "task_ids";
    }

    @Override
    public void beforeCopy(Records project, Map<String, Object> values, Map<String, Object> given) {
        if (!given.containsKey("name")) {
            values.put("name", project.text("name") + " (copy)");
        }
        if (!given.containsKey(taskField(project))) {
            List<Object> commands = new ArrayList<>();
            for (Records task : project.records(taskField(project))) {
                Map<String, Object> kept = new HashMap<>();
                kept.put("name", task.text("name"));
                kept.put("project_id", false);
                for (Map<String, Object> copy : task.copyData(kept)) {
                    copy.remove("project_id");
                    commands.add(List.of(0, 0, copy));
                }
            }
            values.put(taskField(project), commands);
        }
    }
}
