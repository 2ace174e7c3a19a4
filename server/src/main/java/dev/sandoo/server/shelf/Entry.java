package dev.sandoo.server.shelf;

import java.util.Objects;
import java.util.Optional;

/**
 * A document as it is stored.
 *
 * @param document plain maps, lists and values
 */
public record Entry(Optional<String> name, Object document) {
    public Entry {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(document, "document");
    }
}
