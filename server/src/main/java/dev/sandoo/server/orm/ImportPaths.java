package dev.sandoo.server.orm;

import dev.sandoo.server.error.PythonError;
import dev.sandoo.server.error.PythonRepr;
import java.util.ArrayList;
import java.util.List;

/** Names of columns: fields and the way to them, with {@code id} for external and {@code .id} for database ids. */
final class ImportPaths {
    private ImportPaths() {}

    /** The parts of a column's name; {@code country_id.id} and {@code country_id:id} mean what {@code country_id/id} does. */
    static List<String> parse(Environment env, Object column) {
        if (!(column instanceof String text)) {
            boolean named = env.version().has(GroupingMethods.FORMATTED);
            throw PythonError.typeError("expected string or bytes-like object"
                    + (named ? ", got '" + PythonRepr.typeName(column) + "'" : ""));
        }
        String path = text.replaceAll("([^/])\\.id", "$1/.id").replaceAll("([^/]):id", "$1/id");
        return List.of(path.split("/", -1));
    }

    /** All columns. */
    static List<List<String>> parseAll(Environment env, Object columns) {
        List<List<String>> paths = new ArrayList<>();
        for (Object column : GroupArguments.items(columns)) {
            paths.add(parse(env, column));
        }
        return paths;
    }

    /** What is left of the paths that begin with the name; nothing of the others. */
    static List<List<String>> within(List<List<String>> paths, String name) {
        List<List<String>> rest = new ArrayList<>();
        for (List<String> path : paths) {
            rest.add(!path.isEmpty() && path.get(0).equals(name) ? path.subList(1, path.size()) : List.of());
        }
        return rest;
    }
}
