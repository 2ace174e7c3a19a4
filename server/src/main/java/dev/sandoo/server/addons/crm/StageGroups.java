package dev.sandoo.server.addons.crm;

import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.Operator;
import dev.sandoo.server.orm.Addon;
import dev.sandoo.server.orm.Behaviours;
import dev.sandoo.server.orm.Records;
import java.util.ArrayList;
import java.util.List;

/** The stages that show as groups of leads and campaigns whether anything is in them or not. */
public final class StageGroups implements Addon {
    @Override
    public void register(Behaviours.Builder behaviours) {
        behaviours
                .groupExpansion("crm.lead", "stage_id", (present, condition) -> ofTeam(present))
                .groupExpansion("utm.campaign", "stage_id", (present, condition) -> present.search(Condition.TRUE));
    }

    /** The stages in use, those of all teams, and those of the team that the context names. */
    private static Records ofTeam(Records present) {
        String team = present.model().fields().containsKey("team_ids") ? "team_ids" : "team_id";
        List<Condition> any = new ArrayList<>();
        any.add(Condition.term("id", Operator.IN, present.ids()));
        any.add(Condition.term(team, Operator.EQUALS, false));
        if (present.env().context().get("default_team_id") instanceof Integer id) {
            any.add(Condition.term(team, Operator.EQUALS, id));
        }
        return present.sudo().search(Condition.anyOf(any)).in(present.env());
    }
}
