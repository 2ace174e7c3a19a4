package dev.sandoo.server.addons.project;

import dev.sandoo.server.addons.mail.AliasOwner;
import dev.sandoo.server.orm.Addon;
import dev.sandoo.server.orm.Behaviours;

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
                .hooks("project.update", new UpdateHooks());
    }
}
