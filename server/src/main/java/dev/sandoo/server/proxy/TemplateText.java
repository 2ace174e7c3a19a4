package dev.sandoo.server.proxy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Recorded values as stubs answer them letter by letter, although stubs take texts for templates. */
final class TemplateText {
    private static final String OPENING = "{{";

    /** Signs that a template can go by instead; a text that has all of them is nothing that anybody wrote. */
    private static final List<String> OTHERS = List.of("<%", "[[", "<<", "((", "$$", "\u27e6");

    private static final Map<String, String> ENDS =
            Map.of("<%", "%>", "[[", "]]", "<<", ">>", "((", "))", "$$", "$$", "\u27e6", "\u27e7");

    private TemplateText() {}

    static Object literal(Object value) {
        if (value instanceof Map<?, ?> members) {
            Map<String, Object> literal = new LinkedHashMap<>();
            members.forEach((name, member) -> literal.put(String.valueOf(name), literal(member)));
            return literal;
        }
        if (value instanceof List<?> items) {
            List<Object> literal = new ArrayList<>();
            items.forEach(item -> literal.add(literal(item)));
            return literal;
        }
        return value instanceof String text ? literal(text) : value;
    }

    /** The signs change in the middle of a line: on a line of their own they would take it along. */
    private static String literal(String text) {
        int at = text.indexOf(OPENING);
        if (at < 0) {
            return text;
        }
        String signs = OTHERS.stream()
                .filter(other -> !text.contains(other))
                .findFirst()
                .orElse("\u27e6");
        return text.substring(0, at) + "{{=" + signs + " " + ENDS.get(signs) + "=}}" + text.substring(at);
    }
}
