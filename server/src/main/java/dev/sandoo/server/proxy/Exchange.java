package dev.sandoo.server.proxy;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A request that was passed on and what came back. Bodies are as long as they were, or as much of them as is looked at.
 *
 * @param path without the query
 * @param headers the request's, by their names in lower case
 * @param whole whether both bodies are complete
 */
record Exchange(
        Instant at,
        Duration took,
        String address,
        String method,
        String path,
        Map<String, String> headers,
        byte[] request,
        int status,
        byte[] response,
        boolean whole) {
    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** Headers and bodies hold secrets. */
    @Override
    public String toString() {
        return "Exchange[" + method + " " + path + " " + status + "]";
    }
}
