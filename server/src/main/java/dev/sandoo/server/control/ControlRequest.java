package dev.sandoo.server.control;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What an endpoint may ask of a request.
 *
 * @param path what stands where the route has names
 * @param query the query's values by name
 * @param body null where the operation takes none
 */
public record ControlRequest<B>(Map<String, String> path, Map<String, String> query, B body) {
    public ControlRequest {
        path = Map.copyOf(path);
        query = Map.copyOf(query);
    }

    /** What stands in the path where the route has {@code {name}}. */
    public String path(String name) {
        return Objects.requireNonNull(path.get(name), name);
    }

    /** The database that the path names. */
    public String database() {
        return path("db");
    }

    /** A value of the query; empty when it is missing or an empty text. */
    public Optional<String> query(String name) {
        return Optional.ofNullable(query.get(name)).filter(text -> !text.isEmpty());
    }
}
