package dev.sandoo.server.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A place in a call, as steps with dots between them: {@code args.0.email}, {@code kwargs.limit}, {@code result.0.name}. For what
 * comes either by position or by name there are {@code values} (of create and write), {@code ids}, {@code domain}
 * (of the search methods), {@code fields} and {@code context}. A number picks from a list; a name is looked for in every
 * item of a list, so that {@code values.email} fits a create of one record and of many.
 *
 * @param text as it was given
 */
public record CallPath(String text) {
    private static final List<String> VALUES = List.of("values", "vals", "vals_list");

    public CallPath {
        Objects.requireNonNull(text, "text");
    }

    /** What is at the place: nothing, one value, or one of each item that has it. */
    public List<Object> in(JournalEntry call) {
        String[] steps = text.split("\\.");
        List<Object> found = start(steps[0], call);
        for (int i = 1; i < steps.length; i++) {
            List<Object> next = new ArrayList<>();
            for (Object value : found) {
                step(value, steps[i], next);
            }
            found = next;
        }
        return found;
    }

    private static List<Object> start(String name, JournalEntry call) {
        return switch (name) {
            case "args" -> List.of(call.args());
            case "kwargs" -> List.of(call.kwargs());
            case "result" -> list(call.answer());
            case "error" ->
                list(call.failure().map(failure -> Map.of("name", failure.name(), "message", failure.message())));
            case "values" -> list(values(call));
            case "ids" -> list(named(call, List.of("ids")).or(() -> ids(call)));
            case "domain" -> list(named(call, List.of("domain", "args")).or(() -> argument(call, 0)));
            case "fields" -> list(named(call, List.of("fields")).or(() -> argument(call, 1)));
            default -> list(named(call, List.of(name)));
        };
    }

    /** In {@code write} they stand behind the ids. */
    private static Optional<Object> values(JournalEntry call) {
        int position = call.method().equals("create") ? 0 : 1;
        return named(call, VALUES).or(() -> argument(call, position));
    }

    private static Optional<Object> ids(JournalEntry call) {
        return argument(call, 0)
                .filter(first -> first instanceof Integer
                        || first instanceof List<?> items && items.stream().allMatch(Integer.class::isInstance));
    }

    private static Optional<Object> argument(JournalEntry call, int position) {
        return position < call.args().size() ? Optional.ofNullable(call.args().get(position)) : Optional.empty();
    }

    private static Optional<Object> named(JournalEntry call, List<String> names) {
        return names.stream().filter(call.kwargs()::containsKey).findFirst().map(call.kwargs()::get);
    }

    private static List<Object> list(Optional<?> value) {
        return Stream.<Object>of(value.orElse(null)).filter(Objects::nonNull).toList();
    }

    private static void step(Object value, String step, List<Object> found) {
        if (value instanceof Map<?, ?> members) {
            if (members.containsKey(step)) {
                found.add(members.get(step));
            }
        } else if (value instanceof List<?> items) {
            if (isNumber(step)) {
                int index = Integer.parseInt(step);
                if (index < items.size()) {
                    found.add(items.get(index));
                }
            } else {
                items.forEach(item -> step(item, step, found));
            }
        }
    }

    private static boolean isNumber(String step) {
        return step.matches("\\d{1,6}");
    }

    @Override
    public String toString() {
        return text;
    }
}
