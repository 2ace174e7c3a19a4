package dev.sandoo.server.control;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A line of the table of control routes.
 *
 * @param segments the path below {@link ControlApi#ROOT} between its slashes; {@code {name}} stands for any one segment
 */
public record ControlRoute(Verb verb, List<String> segments, ControlEndpoint<?> endpoint) {
    public ControlRoute {
        Objects.requireNonNull(verb, "verb");
        Objects.requireNonNull(endpoint, "endpoint");
        segments = List.copyOf(segments);
    }

    static ControlRoute of(Verb verb, String path, ControlEndpoint<?> endpoint) {
        return new ControlRoute(verb, split(path), endpoint);
    }

    static List<String> split(String path) {
        String inner = path.replaceAll("^/+|/+$", "");
        return inner.isEmpty() ? List.of() : List.of(inner.split("/", -1));
    }

    /** The path as the table has it. */
    String path() {
        return "/" + String.join("/", segments);
    }

    /** The names that stand in the path in braces, in their order. */
    List<String> names() {
        return segments.stream()
                .filter(ControlRoute::isName)
                .map(ControlRoute::name)
                .toList();
    }

    /** The values of the path's names; empty when the path is another. */
    Optional<Map<String, String>> match(List<String> path) {
        if (path.size() != segments.size()) {
            return Optional.empty();
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < segments.size(); i++) {
            String segment = segments.get(i);
            if (isName(segment)) {
                values.put(name(segment), path.get(i));
            } else if (!segment.equals(path.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(values);
    }

    static boolean isName(String segment) {
        return segment.startsWith("{");
    }

    private static String name(String segment) {
        return segment.substring(1, segment.length() - 1);
    }
}
