package dev.sandoo.server.wire.routes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills values into a document. A text that is nothing but {@code {name}} becomes the value as it is, a number or a list too;
 * within a longer text the value becomes text. {@code {name?}} may be absent, and is false then; {@code {result.0.name}} goes
 * into lists and objects. {@code {id:int}} and {@code {price:number}} make numbers of the texts that paths and queries give.
 */
final class Placeholders {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z_][\\w.-]*)(:int|:number)?(\\?)?}");

    private final Map<String, Object> values;

    Placeholders(Map<String, Object> values) {
        this.values = values;
    }

    /** A value that a document asks for and that is not there, or not of that kind. */
    static final class UnfitValueException extends RuntimeException {
        private static final long serialVersionUID = 1;

        UnfitValueException(String message) {
            super(message);
        }
    }

    /**
     * The document, filled.
     *
     * @throws UnfitValueException when a value is absent that may not be, or no number that must be one
     */
    Object fill(Object document) {
        if (document instanceof String text) {
            return text(text);
        }
        if (document instanceof List<?> list) {
            List<Object> filled = new ArrayList<>();
            list.forEach(item -> filled.add(fill(item)));
            return filled;
        }
        return document instanceof Map<?, ?> map ? object(map) : document;
    }

    Map<String, Object> object(Map<?, ?> map) {
        Map<String, Object> filled = new LinkedHashMap<>();
        map.forEach((key, value) -> filled.put(String.valueOf(key), fill(value)));
        return filled;
    }

    /** Tells the names that a document asks for. */
    static void names(Object document, Consumer<String> names) {
        if (document instanceof String text) {
            PLACEHOLDER.matcher(text).results().forEach(found -> names.accept(found.group(1)));
        } else if (document instanceof List<?> list) {
            list.forEach(item -> names(item, names));
        } else if (document instanceof Map<?, ?> map) {
            map.values().forEach(value -> names(value, names));
        }
    }

    private Object text(String text) {
        Matcher whole = PLACEHOLDER.matcher(text);
        if (whole.matches()) {
            return value(whole);
        }
        return PLACEHOLDER.matcher(text).replaceAll(part -> Matcher.quoteReplacement(String.valueOf(value(part))));
    }

    private Object value(MatchResult placeholder) {
        Object value = value(placeholder.group(1), placeholder.group(3) != null);
        boolean typed = placeholder.group(2) != null && value instanceof String;
        return typed
                ? number(
                        placeholder.group(1),
                        (String) value,
                        placeholder.group(2).equals(":int"))
                : value;
    }

    private static Object number(String name, String text, boolean whole) {
        try {
            if (whole) {
                return Integer.valueOf(text.strip());
            }
            return Double.valueOf(text.strip());
        } catch (NumberFormatException e) {
            throw new UnfitValueException(name + " must be a number");
        }
    }

    private Object value(String path, boolean optional) {
        Optional<Object> found = Optional.ofNullable(values.get(path)).or(() -> inside(path));
        if (found.isEmpty() && !optional) {
            throw new UnfitValueException(path + " is missing");
        }
        return found.orElse(false);
    }

    private Optional<Object> inside(String path) {
        String[] steps = path.split("\\.");
        Object value = values.get(steps[0]);
        for (int i = 1; i < steps.length && value != null; i++) {
            value = step(value, steps[i]);
        }
        return steps.length == 1 ? Optional.empty() : Optional.ofNullable(value);
    }

    private static Object step(Object value, String name) {
        if (value instanceof Map<?, ?> map) {
            return map.get(name);
        }
        if (value instanceof List<?> list && name.matches("\\d{1,6}")) {
            int index = Integer.parseInt(name);
            return index < list.size() ? list.get(index) : null;
        }
        return null;
    }
}
