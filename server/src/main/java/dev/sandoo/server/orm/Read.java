package dev.sandoo.server.orm;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.FieldType;
import dev.sandoo.schema.ModelDef;
import dev.sandoo.server.access.Operation;
import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.error.PythonError;
import dev.sandoo.server.field.FieldCodec;
import dev.sandoo.server.field.FieldCodecs;
import dev.sandoo.server.field.PythonValues;
import dev.sandoo.server.query.Page;
import dev.sandoo.server.query.SearchQuery;
import dev.sandoo.server.query.Select;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads fields of records as clients see them: many2ones as id and name, empty values as {@code false}. */
final class Read {
    private final Environment env;
    private final ModelDef model;
    private final boolean named;

    /** @param load {@code _classic_read} gives many2ones as id and name, anything else as id */
    Read(Environment env, ModelDef model, Object load) {
        this.env = env;
        this.model = model;
        this.named = "_classic_read".equals(load);
    }

    /**
     * Reads the records in their order.
     *
     * @param names field names; null for all that the caller may see
     */
    List<Object> read(Collection<Integer> ids, List<?> names) {
        env.requireLanguage();
        Rights rights = new Rights(env);
        List<FieldDef> fields = fields(names);
        rights.checkReadable(model, fields);
        rights.checkModel(model, Operation.READ);
        // The id needs no look at the record.
        boolean idsAlone = fields.stream().allMatch(field -> field.name().equals("id")) && !fields.isEmpty();
        List<Integer> wanted = List.copyOf(ids);
        WireIds written = env.state().wireIds();
        requireNumbers(wanted);
        if (idsAlone
                && env.version().has("read.id-looked-at")
                && !rights.rule(model, Operation.READ).equals(Condition.TRUE)) {
            env.records(model.name(), written.saved(wanted)).requireExisting();
        }
        List<Object> rows = rows(idsAlone ? wanted : rights.readable(model, wanted, reader(wanted, fields)), fields);
        return written.arePlain(wanted) ? rows : written.rows(wanted, rows, unsaved(fields));
    }

    /** The earlier version looks for {@code false} in the table. */
    private void requireNumbers(List<Integer> ids) {
        WireIds written = env.state().wireIds();
        boolean anyFalse = ids.stream().anyMatch(id -> Boolean.FALSE.equals(written.written(id)));
        if (anyFalse && !env.version().has("read.unsaved")) {
            throw RecordIds.noBoolean();
        }
    }

    /** A record that is not saved reads as its defaults. */
    private Map<String, Object> unsaved(List<FieldDef> fields) {
        List<String> names = fields.stream()
                .filter(field -> !field.type().isToMany() && !field.isComputed())
                .map(FieldDef::name)
                .toList();
        Map<String, Object> defaults = new DefaultGet(env, model).values(names);
        Map<String, Object> row = new LinkedHashMap<>();
        for (FieldDef field : fields) {
            Object value = defaults.get(field.name());
            if (value == null) {
                value = field.name().equals("display_name")
                        ? ""
                        : FieldCodecs.of(field).toWire(null);
            }
            boolean pair = named && field.type() == FieldType.MANY2ONE && value instanceof Integer;
            row.put(field.name(), pair ? pair(field, (Integer) value) : value);
        }
        return row;
    }

    private List<Object> pair(FieldDef field, Integer id) {
        ModelDef comodel = env.registry().model(field.comodel());
        Object name = new DisplayNames(env, comodel).of(List.of(id)).get(id);
        return List.of(id, name == null ? false : name);
    }

    /** Whether all of these are names of fields. */
    boolean knows(List<?> names) {
        return names == null || names.stream().allMatch(model.fields()::containsKey);
    }

    /** The fields with these names, without repetition. */
    List<FieldDef> fields(List<?> names) {
        if (names == null || names.isEmpty()) {
            Rights rights = new Rights(env);
            return model.fields().values().stream()
                    .filter(field -> rights.allows(model, field))
                    .toList();
        }
        Set<FieldDef> fields = new LinkedHashSet<>();
        for (Object name : names) {
            if (name instanceof List || name instanceof Map) {
                throw PythonError.typeError("unhashable type: '" + PythonValues.typeName(name) + "'");
            }
            FieldDef field = name instanceof String text ? model.fields().get(text) : null;
            if (field == null) {
                throw PythonError.valueError(env.version()
                        .message("field.unknown", Map.of("field", PythonValues.repr(name), "model", model.name())));
            }
            fields.add(field);
        }
        return new Rights(env).returned(model, fields);
    }

    /** Reads the records that the caller's search finds, in its order. */
    List<Object> search(Condition condition, Page page, List<FieldDef> fields) {
        if (!model.hasTable()) {
            return List.of();
        }
        env.requireLanguage();
        env.state().recomputer().flush(env);
        Select found = new SearchQuery(new QueryWorld(env)).search(condition, model, page);
        return rows(columns(fields).read(found), fields);
    }

    private ColumnReader reader(List<Integer> ids, List<FieldDef> fields) {
        ColumnReader reader = columns(fields);
        return ids.size() == 1 ? reader.withLists(fields) : reader;
    }

    private ColumnReader columns(List<FieldDef> fields) {
        ColumnReader reader = new ColumnReader(env, model, fields);
        return named ? reader.withNames(fields) : reader;
    }

    /** The rows of records whose rights are settled. */
    List<Object> rows(List<Integer> ids, List<FieldDef> fields) {
        Set<Integer> distinct = new LinkedHashSet<>(ids);
        Fetcher fetcher = new Fetcher(env, model);
        fetcher.fetch(distinct, fields);
        List<Column> columns = new ArrayList<>();
        for (FieldDef field : fields) {
            if (!field.name().equals("id")) {
                columns.add(column(fetcher, field, distinct));
            }
        }
        List<Object> rows = new ArrayList<>(ids.size());
        for (Integer id : ids) {
            Map<String, Object> row = new LinkedHashMap<>((columns.size() + 1) * 2);
            row.put("id", id);
            for (Column column : columns) {
                row.put(column.name, column.wire(id));
            }
            rows.add(row);
        }
        return rows;
    }

    private Column column(Fetcher fetcher, FieldDef field, Set<Integer> ids) {
        Map<Integer, Object> values =
                field.type() == FieldType.REFERENCE ? existing(fetcher.column(field), ids) : fetcher.column(field);
        boolean pairs = named && field.type() == FieldType.MANY2ONE;
        return new Column(field.name(), values, FieldCodecs.of(field), pairs ? names(field, values, ids) : null);
    }

    /** References to records that are gone read as empty; nothing keeps one from deleting what they point at. */
    private Map<Integer, Object> existing(Map<Integer, Object> values, Set<Integer> ids) {
        Map<String, Set<Integer>> targets = new LinkedHashMap<>();
        for (Integer id : ids) {
            if (values.get(id) instanceof String reference) {
                int comma = reference.indexOf(',');
                targets.computeIfAbsent(reference.substring(0, comma), name -> new LinkedHashSet<>())
                        .add(Integer.valueOf(reference.substring(comma + 1)));
            }
        }
        Set<String> there = new HashSet<>();
        targets.forEach((name, wanted) -> env.registry()
                .find(name)
                .ifPresent(
                        target -> new Search(env, target).existing(wanted).forEach(id -> there.add(name + "," + id))));
        Map<Integer, Object> kept = new LinkedHashMap<>(values);
        kept.values().removeIf(reference -> !there.contains(reference));
        return kept;
    }

    private Map<Integer, Object> names(FieldDef field, Map<Integer, Object> values, Set<Integer> ids) {
        Set<Integer> targets = new LinkedHashSet<>();
        for (Integer id : ids) {
            Object target = values.get(id);
            if (target != null) {
                targets.add((Integer) target);
            }
        }
        if (targets.isEmpty()) {
            return Map.of();
        }
        return new DisplayNames(env, env.registry().model(field.comodel())).of(targets);
    }

    private record Column(String name, Map<Integer, Object> values, FieldCodec codec, Map<Integer, Object> names) {
        Object wire(Integer id) {
            Object value = values.get(id);
            if (names == null || value == null) {
                return codec.toWire(value);
            }
            List<Object> pair = new ArrayList<>(2);
            pair.add(value);
            Object name = names.get(value);
            pair.add(name == null ? false : name);
            return pair;
        }
    }
}
