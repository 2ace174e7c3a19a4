package dev.sandoo.server.orm;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.FieldType;
import dev.sandoo.schema.ModelDef;
import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.Operator;
import dev.sandoo.server.error.PythonError;
import dev.sandoo.server.error.PythonRepr;
import dev.sandoo.server.query.Page;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads records as a specification asks: a map of field names to what is wanted of each, which for relational fields may be
 * fields of the records they lead to, and so on. Every model on the way is read by as few statements as a plain read.
 */
final class WebRead {
    private static final String FIELDS = "fields";
    private static final String DISPLAY_NAME = "display_name";

    private final Environment env;
    private final ModelDef model;

    WebRead(Environment env, ModelDef model) {
        this.env = env;
        this.model = model;
    }

    /** A specification as it came over the wire. */
    static Map<?, ?> specification(Object wire, String method) {
        if (wire instanceof Map<?, ?> map) {
            return map;
        }
        throw PythonError.attributeError(
                "'" + PythonRepr.typeName(wire) + "' object has no attribute '" + method + "'");
    }

    /** The records in their order; none for those that do not exist. */
    List<Object> read(Collection<Integer> ids, Map<?, ?> specification) {
        Read read = new Read(env, model, false);
        List<Object> names = new ArrayList<>(specification.keySet());
        if (names.isEmpty()) {
            names.add("id");
        }
        List<Object> rows = read.read(ids, names);
        specification.forEach((name, wanted) -> {
            FieldDef field = model.fields().get(name);
            boolean shown = rows.stream().allMatch(row -> ((Map<?, ?>) row).containsKey(name));
            if (wanted instanceof Map<?, ?> options && field.type().isRelational() && shown) {
                fill(rows, field, options);
            }
        });
        return rows;
    }

    private void fill(List<Object> rows, FieldDef field, Map<?, ?> options) {
        boolean ordered = field.type().isToMany() && options.get("order") instanceof String;
        if (!(options.get(FIELDS) instanceof Map<?, ?>) && !ordered) {
            return;
        }
        Set<Integer> targets = new LinkedHashSet<>();
        rows.forEach(row -> collect(((Map<?, ?>) row).get(field.name()), targets));
        Environment there = options.get("context") instanceof Map<?, ?> context ? env.with(merged(context)) : env;
        ModelDef comodel = env.registry().model(field.comodel());
        List<Integer> sorted = ordered ? sorted(there, comodel, targets, options.get("order")) : List.copyOf(targets);
        Map<Integer, Object> values = options.get(FIELDS) instanceof Map<?, ?> fields
                ? records(there, comodel, sorted, fields, field)
                : identity(sorted);
        for (Object row : rows) {
            @SuppressWarnings("unchecked")
            Map<String, Object> line = (Map<String, Object>) row;
            line.put(field.name(), replaced(line.get(field.name()), values, options));
        }
    }

    private Context merged(Map<?, ?> more) {
        Map<String, Object> values = new LinkedHashMap<>(env.context().values());
        more.forEach((key, value) -> values.put(String.valueOf(key), value));
        return new Context(values);
    }

    private static void collect(Object value, Set<Integer> targets) {
        if (value instanceof Integer id) {
            targets.add(id);
        } else if (value instanceof List<?> ids) {
            ids.forEach(id -> targets.add((Integer) id));
        }
    }

    private static List<Integer> sorted(Environment env, ModelDef model, Collection<Integer> ids, Object order) {
        Condition among = Condition.term("id", Operator.IN, List.copyOf(ids));
        return new Search(env.with("active_test", false), model).ids(among, new Page(order, false, false));
    }

    private static Map<Integer, Object> identity(List<Integer> ids) {
        Map<Integer, Object> values = new LinkedHashMap<>();
        ids.forEach(id -> values.put(id, id));
        return values;
    }

    /** The name of what a many2one leads to shows to anyone who may read the many2one. */
    private static Map<Integer, Object> records(
            Environment env, ModelDef model, List<Integer> ids, Map<?, ?> fields, FieldDef field) {
        Map<Object, Object> asked = new LinkedHashMap<>(fields);
        boolean named = field.type() == FieldType.MANY2ONE && asked.remove(DISPLAY_NAME) != null;
        Map<Integer, Object> records = new LinkedHashMap<>();
        List<Object> rows = asked.isEmpty() ? bare(ids) : new WebRead(env, model).read(ids, asked);
        Map<Integer, Object> names = named ? new DisplayNames(env, model).of(ids) : Map.of();
        for (Object row : rows) {
            @SuppressWarnings("unchecked")
            Map<String, Object> line = (Map<String, Object>) row;
            Integer id = (Integer) line.get("id");
            if (named) {
                line.put(DISPLAY_NAME, names.getOrDefault(id, ""));
            }
            records.put(id, line);
        }
        return records;
    }

    private static List<Object> bare(List<Integer> ids) {
        List<Object> rows = new ArrayList<>();
        for (Integer id : ids) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("id", id);
            rows.add(row);
        }
        return rows;
    }

    private static Object replaced(Object value, Map<Integer, Object> records, Map<?, ?> options) {
        if (!(value instanceof List<?> ids)) {
            return value instanceof Integer id ? records.getOrDefault(id, false) : value;
        }
        List<Object> lines = new ArrayList<>();
        records.forEach((id, record) -> {
            if (ids.contains(id)) {
                lines.add(cut(lines.size(), options.get("limit")) ? Map.of("id", id) : record);
            }
        });
        return lines;
    }

    /** Behind the limit, only ids are told. */
    private static boolean cut(int shown, Object limit) {
        return limit instanceof Integer most && shown >= most;
    }
}
