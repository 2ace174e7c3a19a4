package dev.sandoo.server.orm;

import dev.sandoo.server.error.PythonError;
import dev.sandoo.server.error.PythonRepr;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Takes lists of names apart as Python would, which forgives a text here and there, and refuses in its words. */
final class GroupArguments {
    private GroupArguments() {}

    /** What Python sees when it goes through the value: a text is its characters, a dict its keys. */
    static List<Object> items(Object value) {
        if (value instanceof List<?> list) {
            return new ArrayList<>(list);
        }
        if (value instanceof String text) {
            List<Object> characters = new ArrayList<>();
            text.codePoints().forEach(point -> characters.add(Character.toString(point)));
            return characters;
        }
        if (value instanceof Map<?, ?> map) {
            return new ArrayList<>(map.keySet());
        }
        throw PythonError.typeError("'" + PythonRepr.typeName(value) + "' object is not iterable");
    }

    /** The names that a groupby holds; one text is one name. */
    static List<Object> names(Object groupby) {
        return groupby instanceof String text ? List.of(text) : items(groupby);
    }

    /** The first name of a groupby, in a list. */
    static List<Object> first(Object groupby) {
        if (groupby instanceof Map) {
            throw PythonError.of("KeyError", "slice(None, 1, None)");
        }
        if (!(groupby instanceof String) && !(groupby instanceof List)) {
            throw PythonError.typeError("'" + PythonRepr.typeName(groupby) + "' object is not subscriptable");
        }
        List<Object> names = names(groupby);
        return names.subList(0, Math.min(1, names.size()));
    }

    /** A text to match a pattern on. */
    static String text(Object name) {
        if (name instanceof String text) {
            return text;
        }
        throw PythonError.typeError("expected string or bytes-like object, got '" + PythonRepr.typeName(name) + "'");
    }
}
