package dev.sandoo.server.addons.crm;

import dev.sandoo.server.error.ValidationError;
import dev.sandoo.server.orm.Addon;
import dev.sandoo.server.orm.Arguments;
import dev.sandoo.server.orm.Behaviours;
import dev.sandoo.server.orm.Records;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Winning and losing. */
final class LeadOutcome implements Addon {
    private static final String LEAD = CrmAddon.LEAD;

    @Override
    public void register(Behaviours.Builder behaviours) {
        behaviours
                .method(LEAD, "action_set_won", LeadOutcome::win)
                .method(LEAD, "action_set_lost", LeadOutcome::lose)
                .constraint(LEAD, List.of("probability", "stage_id"), LeadOutcome::requireWonToStay)
                .method("crm.lead.lost", "action_lost_reason_apply", LeadOutcome::applyReason);
    }

    private static Object win(Records leads, Arguments arguments) {
        for (Records lead : leads) {
            Map<String, Object> values = new HashMap<>();
            values.put("active", true);
            values.put("probability", 100);
            Object stage = Stages.first(lead, true);
            if (stage != null) {
                values.put("stage_id", stage);
            }
            lead.write(values);
        }
        return true;
    }

    private static void requireWonToStay(Records leads) {
        boolean lost = leads.env().version().has("crm.won-is-won")
                && !leads.filter(lead -> lead.bool("stage_id.is_won") && lead.number("probability") != 100)
                        .isEmpty();
        if (lost) {
            throw new ValidationError("A lead in a Won stage cannot be lost. Move it to another stage first.");
        }
    }

    private static Object lose(Records leads, Arguments arguments) {
        lose(leads, arguments.named());
        return null;
    }

    private static void lose(Records leads, Map<String, Object> more) {
        Map<String, Object> values = new LinkedHashMap<>(more);
        values.put("active", false);
        values.put("probability", 0);
        values.put("automated_probability", 0);
        leads.write(values);
    }

    /** The wizard names its leads, or the context does; the reason's field on leads was renamed once. */
    private static Object applyReason(Records wizard, Arguments arguments) {
        Records leads = wizard.model().fields().containsKey("lead_ids")
                ? wizard.records("lead_ids")
                : wizard.env().records(LEAD, wizard.env().context().ids("active_ids"));
        String reason = leads.model().fields().containsKey("lost_reason_id") ? "lost_reason_id" : "lost_reason";
        Object id = wizard.get("lost_reason_id");
        lose(leads, Map.of(reason, id == null ? false : id));
        return null;
    }
}
