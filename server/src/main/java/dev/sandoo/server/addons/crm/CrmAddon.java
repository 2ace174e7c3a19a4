package dev.sandoo.server.addons.crm;

import dev.sandoo.server.addons.base.WebsiteAddress;
import dev.sandoo.server.addons.mail.AliasOwner;
import dev.sandoo.server.orm.Addon;
import dev.sandoo.server.orm.Behaviours;

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
        behaviours
                .hooks(LEAD, new LeadHooks())
                .hooks(LEAD, new WebsiteAddress())
                .hooks("crm.team", new AliasOwner(LEAD, "{'type': 'opportunity', 'team_id': %d}"));
    }
}
