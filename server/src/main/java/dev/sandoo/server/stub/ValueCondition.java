package dev.sandoo.server.stub;

import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.Matcher;
import dev.sandoo.server.field.PythonValues;
import dev.sandoo.server.stub.ValuePath.Found;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What one argument of a call has to be. Empty stands for an argument that was not given. */
@FunctionalInterface
interface ValueCondition {
    boolean fits(Optional<Found> found);

    /** All of several. */
    static ValueCondition all(List<ValueCondition> conditions) {
        return found -> conditions.stream().allMatch(condition -> condition.fits(found));
    }

    static ValueCondition equalTo(Object value) {
        return found ->
                found.filter(given -> WireValues.isEqual(given.value(), value)).isPresent();
    }

    static ValueCondition oneOf(List<?> values) {
        return found -> found.filter(
                        given -> values.stream().anyMatch(value -> WireValues.isEqual(given.value(), value)))
                .isPresent();
    }

    static ValueCondition containing(Object part) {
        return found ->
                found.filter(given -> WireValues.contains(given.value(), part)).isPresent();
    }

    /** The whole text has to match; numbers count as they are written. */
    static ValueCondition matching(Pattern pattern) {
        return found -> found.filter(given -> isScalar(given.value())
                        && pattern.matcher(PythonValues.str(given.value())).matches())
                .isPresent();
    }

    private static boolean isScalar(Object value) {
        return value instanceof String || value instanceof Number;
    }

    /** Whether there is anything at all; false and null are no values to Odoo. */
    static ValueCondition present(boolean wanted) {
        return found -> wanted
                == found.map(Found::value)
                        .filter(value -> !Boolean.FALSE.equals(value))
                        .isPresent();
    }

    static ValueCondition above(double bound) {
        return found -> number(found).filter(value -> value > bound).isPresent();
    }

    static ValueCondition below(double bound) {
        return found -> number(found).filter(value -> value < bound).isPresent();
    }

    private static Optional<Double> number(Optional<Found> found) {
        return found.map(Found::value).filter(Number.class::isInstance).map(value -> ((Number) value).doubleValue());
    }

    /** So many items, members or characters. */
    static ValueCondition ofSize(int size) {
        return found -> found.filter(given -> size(given.value()) == size).isPresent();
    }

    private static int size(Object value) {
        if (value instanceof List<?> items) {
            return items.size();
        }
        if (value instanceof Map<?, ?> members) {
            return members.size();
        }
        return value instanceof String text ? text.length() : -1;
    }

    static ValueCondition not(ValueCondition other) {
        return found -> !other.fits(found);
    }

    /** Some item of a list fits. */
    static ValueCondition any(ValueCondition other) {
        return found -> found.filter(given -> given.value() instanceof List<?> items
                        && items.stream().anyMatch(item -> other.fits(Optional.of(new Found(item)))))
                .isPresent();
    }

    /** Values that a domain would find, were they a record's; of a list of such, all. */
    static ValueCondition inDomain(Condition domain) {
        return found -> found.filter(given -> given.value() instanceof List<?> items
                        ? !items.isEmpty() && items.stream().allMatch(item -> isIn(domain, item))
                        : isIn(domain, given.value()))
                .isPresent();
    }

    private static boolean isIn(Condition domain, Object value) {
        return value instanceof Map<?, ?> members && Matcher.matches(domain, new Members(members));
    }

    /** The members of a map as a record's values. */
    record Members(Map<?, ?> members) implements Matcher.Values {
        @Override
        public Object value(String field) {
            Object value = members.get(field);
            return value == null ? Boolean.FALSE : value;
        }

        @Override
        public List<Matcher.Values> records(String field) {
            Object value = members.get(field);
            List<?> items = value instanceof List<?> list ? list : List.of(value == null ? Boolean.FALSE : value);
            return items.stream()
                    .filter(Map.class::isInstance)
                    .<Matcher.Values>map(item -> new Members((Map<?, ?>) item))
                    .toList();
        }
    }
}
