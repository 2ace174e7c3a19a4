package dev.sandoo.server.addons.project;

import dev.sandoo.server.addons.base.PartnerCounts;
import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.Operator;
import dev.sandoo.server.orm.Addon;
import dev.sandoo.server.orm.Behaviours;
import dev.sandoo.server.orm.Compute;
import dev.sandoo.server.orm.Records;
import java.util.List;

/** How many tasks a project has, how it stands, and when milestones were reached. */
final class ProjectFields implements Addon {
    private static final String PROJECT = ProjectAddon.PROJECT;
    private static final String MILESTONE = "project.milestone";

    @Override
    public void register(Behaviours.Builder behaviours) {
        behaviours
                .computeEach(PROJECT, "task_count", ProjectFields::taskCount)
                .compute("res.partner", "task_count", ProjectFields::partnersTasks)
                .computeEach(PROJECT, "last_update_status", List.of("last_update_id.status"), ProjectFields::lastStatus)
                .compute(MILESTONE, List.of("reached_date"), List.of("is_reached"), ProjectFields::reached);
    }

    private static Object taskCount(Records project) {
        Records tasks = project.env()
                .model(ProjectAddon.TASK)
                .search(Condition.term("project_id", Operator.EQUALS, project.id()));
        return tasks.size();
    }

    private static Object lastStatus(Records project) {
        Object status = project.get("last_update_id.status");
        return status == null ? "to_define" : status;
    }

    private static void partnersTasks(Records partners, Compute.Results results) {
        PartnerCounts tasks = new PartnerCounts(ProjectAddon.TASK, "partner_id");
        boolean family = partners.env().version().has("project.tasks-of-family-counted");
        Compute counts = family ? tasks.below("task_count") : tasks.own("task_count");
        counts.compute(partners, results);
    }

    private static void reached(Records milestones, Compute.Results results) {
        for (Records milestone : milestones) {
            Object today = milestone.bool("is_reached") ? milestones.env().today() : null;
            results.set(milestone.id(), "reached_date", today);
        }
    }
}
