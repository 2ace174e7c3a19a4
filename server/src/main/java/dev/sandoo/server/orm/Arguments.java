package dev.sandoo.server.orm;

import dev.sandoo.server.field.PythonValues;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The arguments of a call by parameter name, as wire values; parameters that were left out have their defaults.
 *
 * @param variable what {@code *args} took
 * @param named what {@code **kwargs} took
 */
public record Arguments(Map<String, Object> values, List<Object> variable, Map<String, Object> named) {
    public Arguments {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        variable = Collections.unmodifiableList(new ArrayList<>(variable));
        named = Collections.unmodifiableMap(new LinkedHashMap<>(named));
    }

    /** The value of a method's one parameter, which models call by different names; null for None. */
    public Object only() {
        return values.isEmpty() ? null : values.values().iterator().next();
    }

    /** The same with another value for a method's one parameter. */
    public Arguments withOnly(Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(values);
        values.keySet().stream().findFirst().ifPresent(name -> changed.put(name, value));
        return new Arguments(changed, variable, named);
    }

    /** The value of a parameter; null for None. */
    public Object get(String name) {
        return values.get(name);
    }

    /** Whether Python takes the value for true. */
    public boolean isTrue(String name) {
        return PythonValues.isTrue(values.get(name));
    }

    /** A text; empty for anything else. */
    public Optional<String> text(String name) {
        return values.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    /** A number that limits or skips; none for None, False and zero. */
    public OptionalInt count(String name) {
        Object value = values.get(name);
        return value instanceof Number number && number.intValue() > 0
                ? OptionalInt.of(number.intValue())
                : OptionalInt.empty();
    }

    /** A dict with texts for keys; empty for anything else. */
    @SuppressWarnings("unchecked")
    public Map<String, Object> map(String name) {
        return values.get(name) instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }

    /** A list; empty for anything else. */
    @SuppressWarnings("unchecked")
    public List<Object> list(String name) {
        return values.get(name) instanceof List<?> list ? (List<Object>) list : List.of();
    }
}
