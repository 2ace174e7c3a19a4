package dev.sandoo.server.stub;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A path into wire values: names of members and numbers of items (from 0) with dots in between, such as
 * {@code args.0.email}.
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

    String root() {
        return steps.get(0);
    }

    /** What the path leads to; empty when there is nothing of that name or number. */
    Optional<Found> in(Object value) {
        Object at = value;
        for (String step : steps) {
            if (at instanceof Map<?, ?> map && map.containsKey(step)) {
                at = map.get(step);
            } else if (at instanceof List<?> list && isIndex(step, list.size())) {
                at = list.get(Integer.parseInt(step));
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(new Found(at));
    }

    private static boolean isIndex(String step, int size) {
        return INDEX.matcher(step).matches() && Integer.parseInt(step) < size;
    }

    @Override
    public String toString() {
        return String.join(".", steps);
    }
}
