package dev.sandoo.server.addons.crm;

import dev.sandoo.server.addons.sale.SalesTeams;
import dev.sandoo.server.orm.Addon;
import dev.sandoo.server.orm.Behaviours;
import dev.sandoo.server.orm.Compute;
import dev.sandoo.server.orm.Records;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;

/** Where a lead stands: team, stage, probability, and since when. */
final class LeadProgress implements Addon {
    private static final String LEAD = CrmAddon.LEAD;

    @Override
    public void register(Behaviours.Builder behaviours) {
        behaviours
                .computeEach(LEAD, "team_id", List.of("user_id", "type"), LeadProgress::team)
                .computeEach(LEAD, "company_id", List.of("user_id", "team_id"), LeadProgress::company)
                .computeEach(LEAD, "stage_id", List.of("team_id", "type"), LeadProgress::stage)
                .compute(
                        LEAD,
                        List.of("date_last_stage_update"),
                        List.of("stage_id"),
                        (leads, results) -> leads.ids()
                                .forEach(id -> results.set(
                                        id,
                                        "date_last_stage_update",
                                        leads.env().now())))
                .compute(LEAD, List.of("date_open"), List.of("user_id"), LeadProgress::opened)
                .compute(
                        LEAD,
                        List.of("day_open"),
                        List.of("create_date", "date_open"),
                        (leads, results) -> days(leads, "day_open", "date_open", results))
                .compute(
                        LEAD,
                        List.of("day_close"),
                        List.of("create_date", "date_closed"),
                        (leads, results) -> days(leads, "day_close", "date_closed", results))
                .compute(
                        LEAD,
                        List.of("probability", "automated_probability"),
                        List.of("stage_id", "team_id"),
                        LeadProgress::probability)
                .computeEach(
                        LEAD,
                        "is_automated_probability",
                        List.of("probability", "automated_probability"),
                        LeadProgress::isAutomated)
                .computeEach(LEAD, "won_status", List.of("active", "probability", "stage_id"), LeadProgress::wonStatus);
    }

    private static Object team(Records lead) {
        Records user = lead.records("user_id");
        return user.isEmpty() ? lead.get("team_id") : SalesTeams.of(user);
    }

    private static Object company(Records lead) {
        Object kept = lead.get("company_id");
        return kept != null ? kept : lead.get("team_id.company_id");
    }

    private static Object stage(Records lead) {
        Object kept = lead.get("stage_id");
        return kept != null ? kept : Stages.first(lead, false);
    }

    private static void opened(Records leads, Compute.Results results) {
        for (Records lead : leads) {
            LocalDateTime kept = lead.moment("date_open");
            boolean now = kept == null && lead.integer("user_id") != 0;
            results.set(lead.id(), "date_open", now ? leads.env().now() : kept);
        }
    }

    private static void days(Records leads, String field, String until, Compute.Results results) {
        for (Records lead : leads) {
            LocalDateTime created = lead.moment("create_date");
            LocalDateTime end = lead.moment(until);
            boolean known = created != null && end != null;
            results.set(
                    lead.id(),
                    field,
                    known ? (double) Duration.between(created, end).abs().toDays() : 0.0);
        }
    }

    /** A probability that somebody set stays until the stage settles it; one that was computed follows. */
    private static void probability(Records leads, Compute.Results results) {
        for (Records lead : leads) {
            boolean won = lead.bool("stage_id.is_won");
            double automated = won ? 100 : 0;
            boolean follows = won || lead.number("probability") == lead.number("automated_probability");
            results.set(lead.id(), "automated_probability", automated);
            results.set(lead.id(), "probability", follows ? automated : lead.number("probability"));
        }
    }

    private static Object isAutomated(Records lead) {
        return lead.number("probability") == lead.number("automated_probability");
    }

    private static Object wonStatus(Records lead) {
        double probability = lead.number("probability");
        boolean won = probability == 100 && lead.bool("stage_id.is_won");
        boolean lost = !lead.bool("active") && probability == 0;
        return won ? "won" : lost ? "lost" : "pending";
    }
}
