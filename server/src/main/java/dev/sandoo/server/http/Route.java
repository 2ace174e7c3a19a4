package dev.sandoo.server.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One line of the route table.
 *
 * @param segments the path between its slashes; {@code {name}} stands for any one segment, a last {@code **} for one or more
 */
record Route(Set<String> methods, List<String> segments, HttpHandler handler) {
    private static final String REST = "**";

    Route {
        methods = Set.copyOf(methods);
        segments = List.copyOf(segments);
    }

    static Route of(Set<String> methods, String path, HttpHandler handler) {
        return new Route(methods, split(path), handler);
    }

    /**
     * The segments of a path. A slash at the end or more than one at the start make no difference, as in Odoo: clients put
     * addresses together in either way. Source: wire_xmlrpc service-paths.
     */
    static List<String> split(String path) {
        int end = path.endsWith("/") ? path.length() - 1 : path.length();
        int start = 0;
        while (start < end && path.charAt(start) == '/') {
            start++;
        }
        return start >= end ? List.of() : List.of(path.substring(start, end).split("/", -1));
    }

    /** The path as the table has it. */
    String path() {
        return "/" + String.join("/", segments);
    }

    /** The values of the path's {@code {name}} segments, or nothing if the path is another. */
    Optional<Map<String, String>> match(List<String> path) {
        boolean open = !segments.isEmpty() && segments.get(segments.size() - 1).equals(REST);
        if (open ? path.size() < segments.size() : path.size() != segments.size()) {
            return Optional.empty();
        }
        Map<String, String> values = Map.of();
        for (int i = 0; i < segments.size() - (open ? 1 : 0); i++) {
            String segment = segments.get(i);
            if (!isName(segment)) {
                if (!segment.equals(path.get(i))) {
                    return Optional.empty();
                }
            } else if (path.get(i).isEmpty()) {
                return Optional.empty();
            } else {
                values = values.isEmpty() ? new LinkedHashMap<>() : values;
                values.put(segment.substring(1, segment.length() - 1), path.get(i));
            }
        }
        return Optional.of(values);
    }

    private static boolean isName(String segment) {
        return segment.startsWith("{");
    }
}
