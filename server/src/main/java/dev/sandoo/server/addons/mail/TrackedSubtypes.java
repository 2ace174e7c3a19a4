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
            case "crm.lead" ->
                has(changed, "stage_id")
                        ? Optional.of(record.bool("stage_id.is_won") ? "crm.mt_lead_won" : "crm.mt_lead_stage")
                        : Optional.empty();
            case "sale.order" -> has(changed, "state") ? order(record.text("state")) : Optional.empty();
            case "purchase.order" -> has(changed, "state") ? purchase(record.text("state")) : Optional.empty();
            case "project.task" -> has(changed, "stage_id") ? Optional.of("project.mt_task_stage") : Optional.empty();
            default -> Optional.empty();
        };
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
