package dev.sandoo.server.addons.mail;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.server.orm.Records;
import java.util.Collection;
import java.util.Optional;

/** Which changes are worth a subtype of their own that people can follow. Source: asked of 19.0 and 14.0. */
final class TrackedSubtypes {
    private TrackedSubtypes() {}

    /** The external id of the subtype for these changes; empty for a note. */
    static Optional<String> of(Records record, Collection<FieldDef> changed) {
        return switch (record.model().name()) {
            case "crm.lead" -> lead(record, changed);
            case "sale.order" -> has(changed, "state") ? order(record.text("state")) : Optional.empty();
            case "purchase.order" -> has(changed, "state") ? purchase(record.text("state")) : Optional.empty();
            case "project.task" -> has(changed, "stage_id") ? Optional.of("project.mt_task_stage") : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<String> lead(Records lead, Collection<FieldDef> changed) {
        return lead.model().fields().containsKey("won_status")
                ? byWonStatus(lead, changed)
                : byProbability(lead, changed);
    }

    private static Optional<String> byWonStatus(Records lead, Collection<FieldDef> changed) {
        String status = has(changed, "won_status") ? lead.text("won_status") : "";
        if (status.equals("won") || status.equals("lost")) {
            return Optional.of("crm.mt_lead_" + status);
        }
        if (has(changed, "stage_id")) {
            return Optional.of("crm.mt_lead_stage");
        }
        boolean restored = !status.isEmpty() && has(changed, "active") && lead.bool("active");
        return restored ? Optional.of("crm.mt_lead_restored") : Optional.empty();
    }

    private static Optional<String> byProbability(Records lead, Collection<FieldDef> changed) {
        if (has(changed, "stage_id")) {
            return Optional.of(lead.number("probability") == 100 ? "crm.mt_lead_won" : "crm.mt_lead_stage");
        }
        if (has(changed, "active")) {
            return Optional.of(lead.bool("active") ? "crm.mt_lead_restored" : "crm.mt_lead_lost");
        }
        return Optional.empty();
    }

    private static Optional<String> order(String state) {
        return switch (state) {
            case "sent" -> Optional.of("sale.mt_order_sent");
            case "sale" -> Optional.of("sale.mt_order_confirmed");
            default -> Optional.empty();
        };
    }

    private static Optional<String> purchase(String state) {
        return switch (state) {
            case "purchase", "to approve" -> Optional.of("purchase.mt_rfq_confirmed");
            case "sent" -> Optional.of("purchase.mt_rfq_sent");
            default -> Optional.empty();
        };
    }

    private static boolean has(Collection<FieldDef> changed, String name) {
        return changed.stream().anyMatch(field -> field.name().equals(name));
    }
}
