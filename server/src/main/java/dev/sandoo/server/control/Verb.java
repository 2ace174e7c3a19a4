package dev.sandoo.server.control;

import java.util.Arrays;
import java.util.Optional;

/** The methods of HTTP that the control interface knows. */
public enum Verb {
    GET,
    POST,
    PUT,
    DELETE;

    /** A line of the table of routes, such as {@code POST.at("/databases/{db}/reset", new ResetDatabase(…))}. */
    public ControlRoute at(String path, ControlEndpoint<?> endpoint) {
        return ControlRoute.of(this, path, endpoint);
    }

    /** The verb of a request; asking for the headers alone counts as asking for all. */
    static Optional<Verb> of(String method) {
        return method.equals("HEAD")
                ? Optional.of(GET)
                : Arrays.stream(values())
                        .filter(verb -> verb.name().equals(method))
                        .findFirst();
    }
}
