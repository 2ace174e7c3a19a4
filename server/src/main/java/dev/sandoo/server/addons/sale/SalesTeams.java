package dev.sandoo.server.addons.sale;

import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.Operator;
import dev.sandoo.server.orm.Records;
import java.util.List;

/** Which sales team a salesperson works for. */
public final class SalesTeams {
    private static final String TEAM = "crm.team";

    private SalesTeams() {}

    /** The id of the first team that the user leads or belongs to, else of the first team; null when there is none. */
    public static Object of(Records user) {
        Records all = user.env().sudo().model(TEAM);
        if (!user.isEmpty()) {
            Condition theirs = Condition.anyOf(List.of(
                    Condition.term(memberPath(all), Operator.IN, List.of(user.id())),
                    Condition.term("user_id", Operator.EQUALS, user.id())));
            Records found = all.search(theirs);
            if (!found.isEmpty()) {
                return found.ids().get(0);
            }
        }
        Records teams = all.search(Condition.TRUE);
        return teams.isEmpty() ? null : teams.ids().get(0);
    }

    /** Members are users, or records that name users where a user may belong to several teams. */
    private static String memberPath(Records teams) {
        return teams.field("member_ids").stored() ? "member_ids" : "crm_team_member_ids.user_id";
    }
}
