package dev.sandoo.server.addons.project;

import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.Operator;
import dev.sandoo.server.error.ValidationError;
import dev.sandoo.server.field.PythonValues;
import dev.sandoo.server.orm.Addon;
import dev.sandoo.server.orm.Behaviours;
import dev.sandoo.server.orm.Compute;
import dev.sandoo.server.orm.Records;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a task takes from its project and its parent, and what it says of its subtasks. */
final class TaskFields implements Addon {
    private static final String TASK = ProjectAddon.TASK;
    private static final List<String> CLOSED = List.of("1_done", "1_canceled");

    @Override
    public void register(Behaviours.Builder behaviours) {
        behaviours
                .computeEach(TASK, "project_id", List.of("parent_id.project_id"), TaskFields::project)
                .computeEach(TASK, "stage_id", List.of("project_id"), TaskFields::stage)
                .computeEach(TASK, "company_id", List.of("project_id.company_id"), TaskFields::company)
                .computeEach(
                        TASK,
                        "partner_id",
                        List.of("project_id.partner_id", "parent_id.partner_id"),
                        TaskFields::customer)
                .computeEach(TASK, "display_in_project", List.of("project_id", "parent_id"), TaskFields::shown)
                .compute(TASK, List.of("subtask_count"), List.of("child_ids"), TaskFields::subtasks)
                .computeEach(TASK, "closed_subtask_count", List.of("child_ids"), TaskFields::closedSubtasks)
                .compute(TASK, List.of("is_closed"), List.of("state"), TaskFields::closed)
                .search(TASK, "is_closed", (env, operator, value) -> {
                    boolean wanted =
                            PythonValues.isTrue(value) == (operator == Operator.EQUALS || operator == Operator.IN);
                    return Condition.term(
                            "state", wanted ? Operator.IN : Operator.NOT_IN, new ArrayList<Object>(CLOSED));
                })
                .fieldDefault(TASK, "company_id", (env, field) -> field.required() ? (Object) env.companyId() : null)
                .constraint(TASK, List.of("parent_id"), TaskFields::requireTree);
    }

    private static Object project(Records task) {
        Object kept = task.get("project_id");
        return kept != null ? kept : task.get("parent_id.project_id");
    }

    /** A stage that the project does not have gives way to its first one. */
    private static Object stage(Records task) {
        Records project = task.records("project_id");
        boolean fits = project.records("type_ids").ids().contains(task.integer("stage_id"));
        return fits ? task.get("stage_id") : firstStage(project);
    }

    /** The id of the project's first stage that is not folded; null when it has none. */
    static Object firstStage(Records project) {
        Records open = project.records("type_ids").filter(stage -> !stage.bool("fold"));
        return open.isEmpty() ? null : open.ids().get(0);
    }

    private static Object company(Records task) {
        Object ofProject = task.get("project_id.company_id");
        return ofProject != null ? ofProject : task.get("company_id");
    }

    private static Object customer(Records task) {
        Object kept = task.get("partner_id");
        Object above = kept != null ? kept : task.get("parent_id.partner_id");
        return above != null ? above : task.get("project_id.partner_id");
    }

    private static Object shown(Records task) {
        int parents = task.integer("parent_id.project_id");
        boolean within = task.integer("project_id") != 0
                && task.integer("parent_id") != 0
                && parents == task.integer("project_id");
        return !within;
    }

    private static void subtasks(Records tasks, Compute.Results results) {
        boolean deep = tasks.env().version().has("project.subtasks-counted-deep");
        for (Records task : tasks) {
            results.set(
                    task.id(),
                    "subtask_count",
                    deep ? below(task) : task.records("child_ids").size());
        }
    }

    private static int below(Records task) {
        int count = 0;
        for (Records child : task.records("child_ids")) {
            count += 1 + below(child);
        }
        return count;
    }

    private static Object closedSubtasks(Records task) {
        int count = task.records("child_ids").filter(TaskFields::isDone).size();
        return count;
    }

    /** The earlier version has no state: there a stage closes its tasks. */
    private static void closed(Records tasks, Compute.Results results) {
        boolean staged = !tasks.model().fields().containsKey("state");
        for (Records task : tasks) {
            results.set(task.id(), "is_closed", staged ? task.bool("stage_id.is_closed") : isDone(task));
        }
    }

    private static boolean isDone(Records task) {
        return CLOSED.contains(task.text("state"));
    }

    private static void requireTree(Records tasks) {
        for (Records task : tasks) {
            Set<Integer> seen = new HashSet<>(Set.of(task.id()));
            for (Records above = task.records("parent_id"); !above.isEmpty(); above = above.records("parent_id")) {
                if (!seen.add(above.id())) {
                    throw new ValidationError("Error! You cannot create a recursive hierarchy of tasks.");
                }
            }
        }
    }
}
