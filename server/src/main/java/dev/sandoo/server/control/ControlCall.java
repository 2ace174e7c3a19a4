package dev.sandoo.server.control;

import java.util.Map;
import java.util.Objects;

/**
 * A request to the control interface as its edge brings it.
 *
 * @param path the whole path, decoded, {@link ControlApi#ROOT} included
 */
public record ControlCall(String method, String path, Map<String, String> query, RawBody body) {
    public ControlCall {
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(body, "body");
        query = Map.copyOf(query);
    }
}
