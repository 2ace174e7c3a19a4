package dev.sandoo.server.proxy;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.FieldType;
import dev.sandoo.server.journal.PlainValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes gathered records as a file of seeds, each with the id it had. */
final class SeedText {
    private static final String USERS = "res.users";

    private final KnownRecords known;
    private final Map<String, Map<Integer, SeedRow>> rows;

    SeedText(KnownRecords known, Map<String, Map<Integer, SeedRow>> rows) {
        this.known = known;
        this.rows = rows;
    }

    /**
     * The file, which docs/CONTROL.md describes.
     *
     * @param leftOut lines that say what could not be gathered
     */
    String yaml(List<String> leftOut) {
        Map<String, Object> models = new LinkedHashMap<>();
        rows.forEach((model, records) -> {
            List<Object> seeds = new ArrayList<>();
            records.values().forEach(row -> seed(row).ifPresent(seeds::add));
            if (!seeds.isEmpty()) {
                models.put(model, seeds);
            }
        });
        List<String> heading = new ArrayList<>();
        heading.add("Records that were read from a real Odoo. A user's password is the login.");
        heading.addAll(leftOut);
        return Yaml.write(String.join("\n# ", heading), models);
    }

    /** A record that every fresh database has is there only for what is different. */
    private Optional<Map<String, Object>> seed(SeedRow row) {
        String model = row.model().name();
        Map<String, Object> values = new LinkedHashMap<>();
        row.values().forEach((name, value) -> {
            FieldDef field = row.model().fields().get(name);
            if (!isAsInEvery(row, field, PlainValue.of(value))) {
                put(values, row, field, PlainValue.of(value));
            }
        });
        if (known.isBase(model, row.id()) && values.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Object> seed = new LinkedHashMap<>();
        seed.put("id", name(model, row.id()));
        seed.put(".id", row.id());
        seed.putAll(values);
        if (model.equals(USERS) && !known.isBase(model, row.id()) && values.get("login") instanceof String login) {
            seed.put("password", login);
        }
        return Optional.of(seed);
    }

    private boolean isAsInEvery(SeedRow row, FieldDef field, Object value) {
        if (!known.isBase(row.model().name(), row.id())) {
            return false;
        }
        Object own = known.baseValue(row.model().name(), row.id(), field.name()).orElse(false);
        Object plain = field.relation().isEmpty()
                ? value
                : field.type() == FieldType.MANY2ONE
                        ? SeedRow.ids(field, value).stream()
                                .findFirst()
                                .<Object>map(id -> id)
                                .orElse(false)
                        : SeedRow.ids(field, value);
        return plain.equals(own) || plain.equals(List.of()) && own.equals(false);
    }

    private void put(Map<String, Object> seed, SeedRow row, FieldDef field, Object value) {
        if (field.relation().isPresent()) {
            if (field.type() != FieldType.ONE2MANY) {
                putLinks(seed, field, SeedRow.ids(field, value));
            }
        } else if (value != null && !value.equals(PlainValue.MASK) && !isAsInNew(row, field, value)) {
            seed.put(field.name(), value);
        }
    }

    /** Whether a new record has the value anyway; one that is computed may come out otherwise, which matters if it was read. */
    private static boolean isAsInNew(SeedRow row, FieldDef field, Object value) {
        boolean empty = value.equals(false)
                || value.equals(List.of())
                || value instanceof Number number && number.doubleValue() == 0;
        return field.defaultValue()
                .map(known -> known instanceof FieldDef.Literal literal && value.equals(literal.value()))
                .orElse(empty && (field.computation().isEmpty() || !row.isRead(field.name())));
    }

    private void putLinks(Map<String, Object> seed, FieldDef field, List<Integer> ids) {
        List<String> names = ids.stream()
                .filter(id -> isThere(field.comodel(), id))
                .map(id -> name(field.comodel(), id))
                .toList();
        if (!names.isEmpty()) {
            seed.put(field.name() + "/id", String.join(",", names));
        }
    }

    private boolean isThere(String model, int id) {
        return known.baseName(model, id).isPresent()
                || rows.getOrDefault(model, Map.of()).containsKey(id);
    }

    private String name(String model, int id) {
        return known.baseName(model, id).orElse("recorded." + model.replace('.', '_') + "_" + id);
    }
}
