package dev.sandoo.server.stub;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A path into wire values: names of members and numbers of items (from 0) with dots in between, such as
 * {@code args.0.email}. A name is looked for in every item of a list.
 */
record ValuePath(List<String> steps) {
    static final Pattern FORM = Pattern.compile("[\\w-]+(\\.[\\w-]+)*");

    private static final Pattern INDEX = Pattern.compile("\\d{1,9}");

    ValuePath {
        steps = List.copyOf(steps);
    }

    /** What a path leads to; its value is null for JSON's null. */
    record Found(Object value) {}

    static ValuePath of(String text) {
        return new ValuePath(List.of(text.split("\\.")));
    }

    /** All that the path leads to: nothing, one value, or one of each item that has it. */
    List<Found> in(Object value) {
        List<Found> found = List.of(new Found(value));
        for (String step : steps) {
            found = found.stream().flatMap(at -> next(at.value(), step)).toList();
        }
        return found;
    }

    private static Stream<Found> next(Object value, String step) {
        if (value instanceof Map<?, ?> map) {
            return map.containsKey(step) ? Stream.of(new Found(map.get(step))) : Stream.empty();
        }
        if (value instanceof List<?> list) {
            return isIndex(step, list.size())
                    ? Stream.of(new Found(list.get(Integer.parseInt(step))))
                    : list.stream().filter(Map.class::isInstance).flatMap(item -> next(item, step));
        }
        return Stream.empty();
    }

    private static boolean isIndex(String step, int size) {
        return INDEX.matcher(step).matches() && Integer.parseInt(step) < size;
    }

    @Override
    public String toString() {
        return String.join(".", steps);
    }
}
