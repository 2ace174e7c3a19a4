package dev.sandoo.server.addons.custom;

import dev.sandoo.schema.OdooVersion;
import dev.sandoo.server.error.PythonError;
import dev.sandoo.server.field.PythonLiteral;
import dev.sandoo.server.field.PythonValues;
import dev.sandoo.server.orm.Records;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The options of a selection field as one text: {@code [('a', 'Alpha'), ('b', 'Beta')]}. */
final class SelectionText {
    private SelectionText() {}

    /** The text of options, in order. */
    static String of(Records options) {
        List<String> pairs = new ArrayList<>();
        for (Records option : options) {
            pairs.add("(" + PythonValues.repr(option.text("value")) + ", " + PythonValues.repr(option.text("name"))
                    + ")");
        }
        return "[" + String.join(", ", pairs) + "]";
    }

    /** Puts the options that a text names in the place of those that a new field would get. */
    static void expand(OdooVersion version, Map<String, Object> values) {
        Object text = values.remove("selection");
        if (!PythonValues.isTrue(text)) {
            return;
        }
        List<Object> commands = new ArrayList<>();
        parse(version, (String) text).forEach((value, label) -> commands.add(create(value, label, commands.size())));
        values.put("selection_ids", commands);
    }

    /** Turns a text into what is to become of the options that the field has. */
    static void write(Records field, Map<String, Object> values) {
        Object text = values.get("selection");
        if (!(text instanceof String written)) {
            return;
        }
        Map<String, String> wanted = parse(field.env().version(), written);
        List<String> order = List.copyOf(wanted.keySet());
        List<Object> commands = new ArrayList<>();
        for (Records option : field.records("selection_ids")) {
            String value = option.text("value");
            if (wanted.containsKey(value)) {
                commands.add(List.of(
                        1, option.id(), Map.of("name", wanted.remove(value), "sequence", order.indexOf(value))));
            } else {
                commands.add(List.of(2, option.id(), 0));
            }
        }
        wanted.forEach((value, label) -> commands.add(create(value, label, order.indexOf(value))));
        values.put("selection_ids", commands);
    }

    private static Object create(String value, String label, int sequence) {
        return List.of(0, 0, Map.of("value", value, "name", label, "sequence", sequence));
    }

    /** Labels by value, in order; the later of two labels of one value holds. */
    static Map<String, String> parse(OdooVersion version, String text) {
        Object literal = PythonLiteral.parse(version, text.isEmpty() ? "[]" : text);
        Map<String, String> options = new LinkedHashMap<>();
        for (Object item : items(literal)) {
            List<?> pair = pair(item);
            options.put(PythonValues.str(pair.get(0)), PythonValues.str(pair.get(1)));
        }
        return options;
    }

    private static List<?> items(Object literal) {
        if (literal instanceof Map<?, ?> map) {
            return List.copyOf(map.keySet());
        }
        if (literal instanceof List<?> list) {
            return list;
        }
        throw PythonError.typeError("'" + PythonValues.typeName(literal) + "' object is not iterable");
    }

    private static List<?> pair(Object item) {
        List<?> parts;
        if (item instanceof List<?> list) {
            parts = list;
        } else if (item instanceof String text) {
            parts = text.codePoints().mapToObj(Character::toString).toList();
        } else {
            throw PythonError.typeError("cannot unpack non-iterable " + PythonValues.typeName(item) + " object");
        }
        if (parts.size() < 2) {
            throw PythonError.valueError("not enough values to unpack (expected 2, got " + parts.size() + ")");
        }
        if (parts.size() > 2) {
            throw PythonError.valueError("too many values to unpack (expected 2)");
        }
        return parts;
    }
}
