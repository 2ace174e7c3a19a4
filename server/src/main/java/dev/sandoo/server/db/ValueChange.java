package dev.sandoo.server.db;

import java.util.Objects;
import java.util.Optional;

/**
 * A value that a transaction changes, for whoever keeps a record of it.
 *
 * @param subject what kind of thing has the value
 * @param id which of them
 * @param name what the value is called there
 * @param before as text; empty when there was none, or it is not to be kept
 * @param after as text; empty when there is none, or it is not to be kept
 */
public record ValueChange(String subject, int id, String name, Optional<String> before, Optional<String> after) {
    public ValueChange {
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(after, "after");
    }

    /** The same change without the values. */
    public ValueChange withoutValues() {
        return new ValueChange(subject, id, name, Optional.empty(), Optional.empty());
    }
}
