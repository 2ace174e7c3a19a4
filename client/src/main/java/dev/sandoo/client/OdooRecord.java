package dev.sandoo.client;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A record as {@code read} returns it. Odoo says {@code false} where a field is empty; the typed accessors say
 * {@link Optional#empty()}. Immutable.
 */
public final class OdooRecord {
    private static final DateTimeFormatter DATE_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final Map<String, Object> values;

    OdooRecord(Map<?, ?> values) {
        Map<String, Object> copy = new LinkedHashMap<>();
        values.forEach((name, value) -> copy.put((String) name, value));
        this.values = Collections.unmodifiableMap(copy);
    }

    /** The record's id. */
    public int id() {
        return (Integer) value("id");
    }

    /** A char, text, html, selection, date or datetime field as text. */
    public Optional<String> text(String field) {
        return filled(field, String.class);
    }

    /** An integer field; 0 is a value, not emptiness. */
    public Optional<Integer> integer(String field) {
        return filled(field, Integer.class);
    }

    /** A float or monetary field. */
    public Optional<BigDecimal> decimal(String field) {
        return filled(field, Number.class).map(number -> new BigDecimal(number.toString()));
    }

    /** A boolean field. */
    public boolean flag(String field) {
        return Boolean.TRUE.equals(value(field));
    }

    /** A date field. */
    public Optional<LocalDate> date(String field) {
        return text(field).map(LocalDate::parse);
    }

    /** A datetime field, in UTC. */
    public Optional<LocalDateTime> dateTime(String field) {
        return text(field).map(text -> LocalDateTime.parse(text, DATE_TIME));
    }

    /** A many2one field. */
    public Optional<Reference> reference(String field) {
        return list(field).map(pair -> new Reference((Integer) pair.get(0), (String) pair.get(1)));
    }

    /** A one2many or many2many field. */
    public List<Integer> ids(String field) {
        return list(field).orElse(List.of()).stream().map(Integer.class::cast).toList();
    }

    /** Every field that was read, as it came over the wire. */
    public Map<String, Object> values() {
        return values;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OdooRecord record && values.equals(record.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return values.toString();
    }

    private Optional<List<?>> list(String field) {
        return filled(field, List.class).map(list -> (List<?>) list);
    }

    private <T> Optional<T> filled(String field, Class<T> type) {
        Object value = value(field);
        if (Boolean.FALSE.equals(value)) {
            return Optional.empty();
        }
        if (!type.isInstance(value)) {
            throw new ClassCastException("field " + field + " is no " + type.getSimpleName() + " but "
                    + value.getClass().getSimpleName());
        }
        return Optional.of(type.cast(value));
    }

    private Object value(String field) {
        return Objects.requireNonNull(values.get(field), () -> "field " + field + " was not read");
    }

    /** The record that a many2one field holds. */
    public record Reference(int id, String name) {}
}
