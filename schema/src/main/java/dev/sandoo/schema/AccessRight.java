package dev.sandoo.schema;

import java.util.Objects;
import java.util.Optional;

/**
 * A line of {@code ir.model.access}.
 *
 * @param group external id of the group it is given to; empty means everyone
 * @param operations the operations it allows, in Odoo's letters: {@code r}, {@code w}, {@code c}, {@code d}
 */
public record AccessRight(String externalId, String name, String model, Optional<String> group, String operations) {
    public AccessRight {
        Objects.requireNonNull(model, "model");
    }
}
