package dev.sandoo.server.addons.crm;

import dev.sandoo.server.addons.base.PartnerCounts;
import dev.sandoo.server.addons.base.WebsiteAddress;
import dev.sandoo.server.addons.mail.AliasOwner;
import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.Operator;
import dev.sandoo.server.orm.Addon;
import dev.sandoo.server.orm.Behaviours;
import dev.sandoo.server.orm.Environment;
import java.util.List;

/** The index of what leads, opportunities and sales teams do. */
public final class CrmAddon implements Addon {
    static final String LEAD = "crm.lead";

    @Override
    public void register(Behaviours.Builder behaviours) {
        new LeadContact().register(behaviours);
        new LeadDetails().register(behaviours);
        new LeadProgress().register(behaviours);
        new LeadRevenue().register(behaviours);
        new LeadOutcome().register(behaviours);
        new LeadConversion().register(behaviours);
        PartnerCounts opportunities = new PartnerCounts(LEAD, "partner_id", CrmAddon::counted);
        behaviours
                .compute("res.partner", "opportunity_count", opportunities.below("opportunity_count"))
                .hooks(LEAD, new LeadHooks())
                .hooks(LEAD, new WebsiteAddress())
                .hooks("crm.team", new AliasOwner(LEAD, "{'type': 'opportunity', 'team_id': %d}"));
    }

    private static Condition counted(Environment env) {
        return env.version().has("crm.archived-counted")
                ? Condition.term("active", Operator.IN, List.of(true, false))
                : Condition.TRUE;
    }
}
