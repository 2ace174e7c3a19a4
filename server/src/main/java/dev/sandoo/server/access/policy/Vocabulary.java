package dev.sandoo.server.access.policy;

import dev.sandoo.server.domain.Condition;
import java.util.Collection;
import java.util.List;

/** The names that a document may use, as a database has them. */
public interface Vocabulary {
    Collection<String> models();

    /** The fields of a model that there is. */
    Collection<String> fields(String model);

    /** The public methods of a model that there is. */
    Collection<String> methods(String model);

    /** External ids of groups. */
    Collection<String> groups();

    /** Names of roles. */
    Collection<String> roles();

    /**
     * Reads a domain on the model.
     *
     * @param domain a wire value
     * @throws RuntimeException when it is none; the message says why
     */
    Condition domain(String model, List<?> domain);
}
