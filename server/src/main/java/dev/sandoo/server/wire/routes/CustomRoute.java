package dev.sandoo.server.wire.routes;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A path and what it calls.
 *
 * @param path with {@code {name}} for segments that become arguments
 * @param user the login that a public route runs as; empty for others
 * @param required names of arguments without which there is no call
 * @param args positional arguments of the method, with placeholders
 * @param kwargs named arguments of the method, with placeholders
 * @param status of an answer that is no error
 * @param answer the document to answer with, with placeholders
 */
public record CustomRoute(
        Set<String> methods,
        String path,
        Auth auth,
        Optional<String> user,
        String model,
        String method,
        List<String> required,
        List<Object> args,
        Map<String, Object> kwargs,
        int status,
        Object answer) {
    public CustomRoute {
        methods = Set.copyOf(methods);
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(auth, "auth");
        Objects.requireNonNull(user, "user");
        required = List.copyOf(required);
        args = Collections.unmodifiableList(args);
        kwargs = Collections.unmodifiableMap(new LinkedHashMap<>(kwargs));
    }

    /** How a route wants to know who calls. */
    public enum Auth {
        /** The header {@code API-KEY}. */
        API_KEY,
        /** An access token or API key in {@code Authorization} or {@code X-Access-Token}. */
        BEARER,
        /** A web session. */
        USER,
        /** Not at all: the call runs as the route's own user. */
        PUBLIC;

        /** As the file spells it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
