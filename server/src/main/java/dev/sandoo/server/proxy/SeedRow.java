package dev.sandoo.server.proxy;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.FieldType;
import dev.sandoo.schema.ModelDef;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A record of the real server as far as it is known: wire values by field, those that were read first. Not thread-safe. */
final class SeedRow {
    private static final Set<String> LOG =
            Set.of("id", "create_uid", "create_date", "write_uid", "write_date", "parent_path");

    private final ModelDef model;
    private final int id;
    private final Map<String, Object> values = new LinkedHashMap<>();
    private final Set<String> read = new HashSet<>();

    SeedRow(ModelDef model, int id) {
        this.model = model;
        this.id = id;
    }

    ModelDef model() {
        return model;
    }

    int id() {
        return id;
    }

    Map<String, Object> values() {
        return values;
    }

    /** Takes what a client has read, unless it is known already: what was read later may be what the client wrote. */
    void read(Map<?, ?> row) {
        add(row);
        row.keySet().forEach(name -> read.add(String.valueOf(name)));
    }

    /** Whether a client has read the field. */
    boolean isRead(String field) {
        return read.contains(field);
    }

    /** Takes what is not known yet. */
    void add(Map<?, ?> row) {
        row.forEach((name, value) -> {
            FieldDef field = model.fields().get(String.valueOf(name));
            if (field != null && isKept(field)) {
                values.putIfAbsent(field.name(), value);
            }
        });
    }

    /** One2manys are kept for the records that they lead to. */
    private static boolean isKept(FieldDef field) {
        return (field.stored() || field.type() == FieldType.ONE2MANY)
                && !LOG.contains(field.name())
                && !(field.isComputed() && field.readonly());
    }

    /** Required fields that a new record would lack. */
    Set<String> missing() {
        Set<String> missing = new LinkedHashSet<>();
        for (FieldDef field : model.fields().values()) {
            if (field.required()
                    && field.stored()
                    && !field.isComputed()
                    && field.defaultValue().isEmpty()
                    && !values.containsKey(field.name())) {
                missing.add(field.name());
            }
        }
        return missing;
    }

    /** Fields that a new record can be given, apart from files and links to many. */
    Set<String> plain() {
        Set<String> plain = new LinkedHashSet<>();
        for (FieldDef field : model.fields().values()) {
            if (field.stored() && isKept(field) && !field.type().isToMany() && field.type() != FieldType.BINARY) {
                plain.add(field.name());
            }
        }
        return plain;
    }

    /** Where its relational values lead to. */
    List<Link> links() {
        List<Link> links = new ArrayList<>();
        values.forEach((name, value) -> {
            FieldDef field = model.fields().get(name);
            if (field.relation().isPresent()) {
                ids(field, value).forEach(target -> links.add(new Link(field, target)));
            }
        });
        return links;
    }

    /** A record that a field holds. */
    record Link(FieldDef field, int target) {
        String model() {
            return field.comodel();
        }
    }

    /** The ids of a relational value: a many2one is read as {@code [id, name]}, as its id, or as a record of its own. */
    static List<Integer> ids(FieldDef field, Object value) {
        if (field.type() == FieldType.MANY2ONE) {
            Object first = value instanceof List<?> pair && !pair.isEmpty() ? pair.get(0) : value;
            return id(first).map(List::of).orElse(List.of());
        }
        List<Integer> ids = new ArrayList<>();
        if (value instanceof List<?> items) {
            items.forEach(item -> id(item).ifPresent(ids::add));
        }
        return ids;
    }

    private static Optional<Integer> id(Object value) {
        Object id = value instanceof Map<?, ?> row ? row.get("id") : value;
        return id instanceof Integer number ? Optional.of(number) : Optional.empty();
    }
}
