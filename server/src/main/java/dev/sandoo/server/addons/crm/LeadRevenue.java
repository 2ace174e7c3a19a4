package dev.sandoo.server.addons.crm;

import dev.sandoo.server.orm.Addon;
import dev.sandoo.server.orm.Behaviours;
import dev.sandoo.server.orm.Compute;
import dev.sandoo.server.orm.Records;
import java.util.List;

/** Expected revenue, weighed by its probability and spread over months. */
final class LeadRevenue implements Addon {
    private static final String LEAD = CrmAddon.LEAD;

    @Override
    public void register(Behaviours.Builder behaviours) {
        behaviours
                .compute(LEAD, List.of("company_currency"), List.of("company_id"), LeadRevenue::currency)
                .computeEach(
                        LEAD,
                        "recurring_revenue_monthly",
                        List.of("recurring_revenue", "recurring_plan.number_of_months"),
                        LeadRevenue::monthly);
        weighed(behaviours, "prorated_revenue", "expected_revenue");
        weighed(behaviours, "recurring_revenue_prorated", "recurring_revenue");
        weighed(behaviours, "recurring_revenue_monthly_prorated", "recurring_revenue_monthly");
    }

    private static void weighed(Behaviours.Builder behaviours, String field, String source) {
        behaviours.compute(LEAD, List.of(field), List.of(source, "probability"), (leads, results) -> {
            for (Records lead : leads) {
                results.set(lead.id(), field, lead.number(source) * lead.number("probability") / 100);
            }
        });
    }

    private static Object monthly(Records lead) {
        int months = Math.max(1, lead.integer("recurring_plan.number_of_months"));
        return lead.number("recurring_revenue") / months;
    }

    private static void currency(Records leads, Compute.Results results) {
        int own = leads.env()
                .sudo()
                .record("res.company", leads.env().companyId())
                .integer("currency_id");
        for (Records lead : leads) {
            Object ofCompany = lead.get("company_id.currency_id");
            results.set(lead.id(), "company_currency", ofCompany == null ? own : ofCompany);
        }
    }
}
