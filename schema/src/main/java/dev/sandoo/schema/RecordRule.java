package dev.sandoo.schema;

import java.util.List;
import java.util.Objects;

/**
 * A line of {@code ir.rule}.
 *
 * @param groups external ids of the groups it binds; empty means everyone
 * @param domain the expression as Odoo states it
 * @param operations the operations it bears on, in Odoo's letters: {@code r}, {@code w}, {@code c}, {@code d}
 */
public record RecordRule(
        String externalId,
        String name,
        String model,
        List<String> groups,
        String domain,
        String operations,
        boolean active) {
    public RecordRule {
        Objects.requireNonNull(model, "model");
        groups = List.copyOf(groups);
    }
}
