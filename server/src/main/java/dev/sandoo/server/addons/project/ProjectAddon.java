package dev.sandoo.server.addons.project;

import dev.sandoo.server.addons.mail.AliasOwner;
import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.Operator;
import dev.sandoo.server.orm.Addon;
import dev.sandoo.server.orm.Behaviours;
import dev.sandoo.server.orm.Records;
import java.util.List;

/** The index of what projects and tasks do. */
public final class ProjectAddon implements Addon {
    static final String PROJECT = "project.project";
    static final String TASK = "project.task";

    @Override
    public void register(Behaviours.Builder behaviours) {
        new ProjectFields().register(behaviours);
        new TaskFields().register(behaviours);
        behaviours
                .hooks(PROJECT, new AliasOwner(TASK, "{'project_id': %d}"))
                .hooks(PROJECT, new ProjectHooks())
                .hooks(TASK, new TaskHooks())
                .groupExpansion(TASK, "stage_id", (present, condition) -> stages(present))
                .hooks("project.update", new UpdateHooks());
    }

    /** The stages in use, and those of the project that the context names. */
    private static Records stages(Records present) {
        Condition used = Condition.term("id", Operator.IN, present.ids());
        if (!(present.env().context().get("default_project_id") instanceof Integer project)) {
            return present.search(used);
        }
        return present.search(Condition.anyOf(List.of(used, Condition.term("project_ids", Operator.EQUALS, project))));
    }
}
