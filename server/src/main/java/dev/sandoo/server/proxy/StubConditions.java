package dev.sandoo.server.proxy;

import dev.sandoo.server.journal.PlainValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What tells one recorded call from others. What will be another in the next run is left open. Not thread-safe. */
final class StubConditions {
    private static final Pattern NAME = Pattern.compile("[\\w-]+");

    private final KnownRecords known;

    StubConditions(KnownRecords known) {
        this.known = known;
    }

    /** Conditions on the arguments, by the path to each. */
    Map<String, Object> of(List<Object> args, Map<String, Object> kwargs) {
        Map<String, Object> when = new LinkedHashMap<>();
        for (int i = 0; i < args.size(); i++) {
            put(when, "args." + i, PlainValue.of(args.get(i)));
        }
        kwargs.forEach((name, value) -> {
            if (!name.equals("context")) {
                put(when, name.equals("ids") ? "ids" : "kwargs." + name, PlainValue.of(value));
            }
        });
        return when;
    }

    private void put(Map<String, Object> when, String path, Object value) {
        if (!isOpen(value)) {
            when.put(path, Collections.singletonMap("equals", value));
        } else if (value instanceof Map<?, ?> members) {
            members.forEach((name, member) -> {
                if (NAME.matcher(String.valueOf(name)).matches()) {
                    put(when, path + "." + name, member);
                }
            });
        }
    }

    /** Whether a value holds a secret, or the id of a record that the client has made. */
    private boolean isOpen(Object value) {
        if (value instanceof List<?> items) {
            return items.stream().anyMatch(this::isOpen);
        }
        if (value instanceof Map<?, ?> members) {
            return members.values().stream().anyMatch(this::isOpen);
        }
        return PlainValue.MASK.equals(value) || value instanceof Integer id && known.isMade(id);
    }
}
