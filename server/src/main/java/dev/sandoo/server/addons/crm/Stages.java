package dev.sandoo.server.addons.crm;

import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.Operator;
import dev.sandoo.server.orm.Records;
import java.util.ArrayList;
import java.util.List;

/** Stages of the pipeline. */
final class Stages {
    private Stages() {}

    /** The id of the first unfolded, or won, stage of the lead's team or of all teams; null when there is none. */
    static Object first(Records lead, boolean won) {
        Records stages = lead.env().sudo().model("crm.stage");
        String team = stages.model().fields().containsKey("team_ids") ? "team_ids" : "team_id";
        List<Condition> teams = new ArrayList<>(List.of(Condition.term(team, Operator.EQUALS, false)));
        if (lead.integer("team_id") != 0) {
            teams.add(Condition.term(team, Operator.EQUALS, lead.integer("team_id")));
        }
        Condition kind =
                won ? Condition.term("is_won", Operator.EQUALS, true) : Condition.term("fold", Operator.EQUALS, false);
        Records found = stages.search(Condition.anyOf(teams).and(kind));
        return found.isEmpty() ? null : found.ids().get(0);
    }
}
