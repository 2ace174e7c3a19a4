package dev.sandoo.server.stub;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Compares wire values as Python does: numbers by what they are worth, lists item by item, texts letter by letter. */
final class WireValues {
    private WireValues() {}

    static boolean isEqual(Object left, Object right) {
        if (left instanceof Number one && right instanceof Number other) {
            return one.doubleValue() == other.doubleValue();
        }
        if (left instanceof List<?> items && right instanceof List<?> others) {
            return items.size() == others.size() && areEqual(items.iterator(), others.iterator());
        }
        if (left instanceof Map<?, ?> members && right instanceof Map<?, ?> others) {
            return members.size() == others.size() && contains(members, others);
        }
        return Objects.equals(left, right);
    }

    private static boolean areEqual(Iterator<?> items, Iterator<?> others) {
        while (items.hasNext()) {
            if (!isEqual(items.next(), others.next())) {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether one value holds another: a text a part of it, a list an item or all items of a list, a map all members of a map
     * (which may hold theirs in turn).
     */
    static boolean contains(Object whole, Object part) {
        if (whole instanceof String text && part instanceof String piece) {
            return text.contains(piece);
        }
        if (whole instanceof List<?> items) {
            return part instanceof List<?> parts
                    ? parts.stream().allMatch(one -> holds(items, one))
                    : holds(items, part);
        }
        if (whole instanceof Map<?, ?> members && part instanceof Map<?, ?> parts) {
            return parts.entrySet().stream()
                    .allMatch(entry -> members.containsKey(entry.getKey())
                            && isEqualOrHeld(members.get(entry.getKey()), entry.getValue()));
        }
        return false;
    }

    private static boolean holds(List<?> items, Object part) {
        return items.stream().anyMatch(item -> isEqualOrHeld(item, part));
    }

    private static boolean isEqualOrHeld(Object value, Object part) {
        return value instanceof Map && part instanceof Map ? contains(value, part) : isEqual(value, part);
    }
}
