package dev.sandoo.server.orm;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.FieldDef.Computation;
import dev.sandoo.schema.FieldType;
import dev.sandoo.schema.ModelDef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Brings record values into the cache: columns of many records by one statement, to-many fields by one each, computed ones by
 * their functions. It asks neither rights nor rules; those who answer clients do.
 */
final class Fetcher {
    private static final int PREFETCH = 1000;

    /** Reading may compute, computing may change and so empty the cache; then what was read is read once more. */
    private static final int ATTEMPTS = 3;

    private final Environment env;
    private final ModelDef model;
    private final Cache cache;

    Fetcher(Environment env, ModelDef model) {
        this.env = env;
        this.model = model;
        this.cache = env.state().cache();
    }

    /** The value of one record; the others of its model that came up in this call are read along. */
    Object value(int id, FieldDef field) {
        Map<Integer, Object> column = column(field);
        Object value = column.getOrDefault(id, Cache.MISSING);
        for (int attempt = 0; value == Cache.MISSING && attempt < ATTEMPTS; attempt++) {
            load(withNeighbours(id, field, column), List.of(field));
            value = column.getOrDefault(id, Cache.MISSING);
        }
        return value == Cache.MISSING ? null : value;
    }

    /** The values of one field by id, in the order of the ids. */
    Map<Integer, Object> values(Collection<Integer> ids, FieldDef field) {
        fetch(ids, List.of(field));
        Map<Integer, Object> column = column(field);
        Map<Integer, Object> values = new LinkedHashMap<>();
        ids.forEach(id -> values.put(id, column.get(id)));
        return values;
    }

    /** The values as the database has them, whatever a running computation has found in the meantime. */
    Map<Integer, Object> stored(Set<Integer> ids, FieldDef field) {
        Map<Integer, Object> column = column(field);
        column.keySet().removeAll(ids);
        if (field.hasColumn()) {
            loadColumns(ids, List.of(field));
        } else {
            loadOther(ids, field);
        }
        Map<Integer, Object> values = new LinkedHashMap<>();
        ids.forEach(id -> values.put(id, column.get(id)));
        return values;
    }

    /** Makes sure that the fields of all these records are in the cache. */
    void fetch(Collection<Integer> ids, Collection<FieldDef> fields) {
        boolean complete = false;
        for (int attempt = 0; !complete && attempt < ATTEMPTS; attempt++) {
            complete = loadAbsent(ids, fields);
        }
    }

    /** Whether nothing was absent. */
    private boolean loadAbsent(Collection<Integer> ids, Collection<FieldDef> fields) {
        List<FieldDef> absent = new ArrayList<>();
        Set<Integer> missing = new LinkedHashSet<>();
        for (FieldDef field : fields) {
            Set<Integer> present = column(field).keySet();
            if (!present.containsAll(ids)) {
                absent.add(field);
                ids.stream().filter(id -> !present.contains(id)).forEach(missing::add);
            }
        }
        if (!absent.isEmpty()) {
            load(missing, absent);
        }
        return absent.isEmpty();
    }

    /** Where the cache keeps the field's values in this environment. */
    Map<Integer, Object> column(FieldDef field) {
        return cache.column(model, field, env.variant(model, field));
    }

    private Set<Integer> withNeighbours(int id, FieldDef field, Map<Integer, Object> column) {
        Set<Integer> ids = new LinkedHashSet<>();
        ids.add(id);
        for (Integer neighbour : cache.seen(model.name())) {
            if (ids.size() >= PREFETCH) {
                break;
            }
            if (!column.containsKey(neighbour) && !env.state().recomputer().isLeft(model, field, neighbour)) {
                ids.add(neighbour);
            }
        }
        return ids;
    }

    private void load(Set<Integer> wanted, List<FieldDef> fields) {
        Recomputer recomputer = env.state().recomputer();
        recomputer.flush(env, model, fields);
        Set<Integer> ids = wanted;
        if (fields.size() == 1) {
            recomputer.settle(model, fields.get(0), wanted);
            ids = new LinkedHashSet<>(wanted);
            ids.removeAll(column(fields.get(0)).keySet());
        }
        List<FieldDef> columns = new ArrayList<>();
        for (FieldDef field : fields) {
            if (field.hasColumn() && !field.name().equals("id") && model.kind() != ModelDef.Kind.VIEW) {
                columns.add(field);
            }
        }
        if (!columns.isEmpty()) {
            loadColumns(ids, columns);
        }
        for (FieldDef field : fields) {
            if (!columns.contains(field)) {
                loadOther(ids, field);
            }
        }
    }

    private void loadColumns(Set<Integer> ids, List<FieldDef> fields) {
        new ColumnReader(env, model, fields).read(ids);
        fields.stream()
                .filter(field -> field.type() == FieldType.MANY2ONE)
                .forEach(field -> see(field, column(field), ids));
    }

    /** Whoever reads one of the records that were just come across will likely want the others. */
    private void see(FieldDef field, Map<Integer, Object> column, Set<Integer> ids) {
        Set<Integer> seen = cache.seen(field.comodel());
        for (Integer id : ids) {
            if (column.get(id) instanceof Integer target) {
                seen.add(target);
            }
        }
    }

    private void loadOther(Set<Integer> ids, FieldDef field) {
        Map<Integer, Object> target = column(field);
        if (field.name().equals("id")) {
            ids.forEach(id -> target.put(id, id));
            return;
        }
        Optional<Behaviours.ComputeEntry> compute = env.registry().behaviours().compute(model.name(), field.name());
        if (compute.isPresent() && !field.stored()) {
            compute(ids, field, compute.get());
        } else if (field.name().equals("display_name")) {
            target.putAll(new DisplayNames(env, model).byRecName(ids));
        } else if (field.type() == FieldType.BINARY && field.stored()) {
            target.putAll(new Attachments(env).values(model, field, ids));
        } else if (field.stored() && field.type().isToMany()) {
            target.putAll(new ToManyReader(env, model).read(ids, field));
        } else if (!field.stored() && field.computation().isEmpty()) {
            Object value = new Defaults(env, model).ofPlain(field);
            ids.forEach(id -> target.put(id, value));
        } else {
            field.computation().flatMap(Computation::related).ifPresent(path -> target.putAll(related(ids, path)));
        }
        ids.forEach(id -> target.putIfAbsent(id, null));
    }

    private void compute(Set<Integer> ids, FieldDef field, Behaviours.ComputeEntry compute) {
        boolean sudo = field.computation().map(Computation::sudo).orElse(false);
        Environment computing = (sudo ? env.sudo() : env).acting("");
        List<String> depends = compute.depends().isEmpty()
                ? field.computation().map(Computation::depends).orElse(List.of())
                : compute.depends();
        prefetch(ids, depends);
        Map<String, Map<Integer, Object>> found = new LinkedHashMap<>();
        compute.function()
                .compute(
                        computing.records(model.name(), ids),
                        (id, name, value) -> found.computeIfAbsent(name, n -> new LinkedHashMap<>())
                                .put(id, value));
        found.forEach((name, values) -> {
            FieldDef computed = model.fields().get(name);
            column(computed).putAll(known(computed, values));
        });
    }

    /** A client is told only of records that the policy of their key lets them know, also by lists that code puts together. */
    private Map<Integer, Object> known(FieldDef field, Map<Integer, Object> values) {
        if (!field.type().isToMany()
                || env.isSuperuser()
                || env.acting().isPresent()
                || KeyGate.of(env).isEmpty()) {
            return values;
        }
        Set<Integer> all = new LinkedHashSet<>();
        values.values().forEach(list -> all.addAll(ids(list)));
        Set<Integer> known = Set.copyOf(new Rights(env).known(env.registry().model(field.comodel()), List.copyOf(all)));
        Map<Integer, Object> shown = new LinkedHashMap<>();
        values.forEach((id, list) ->
                shown.put(id, ids(list).stream().filter(known::contains).toList()));
        return shown;
    }

    private static List<Integer> ids(Object list) {
        return list instanceof List<?> ids
                ? ids.stream().map(Integer.class::cast).toList()
                : List.of();
    }

    /** Reads what a function is going to ask for by as few statements as there are models on the way. */
    void prefetch(Set<Integer> ids, List<String> paths) {
        List<FieldDef> first = new ArrayList<>();
        for (String path : paths) {
            int dot = path.indexOf('.');
            FieldDef field = model.fields().get(dot < 0 ? path : path.substring(0, dot));
            if (field != null && field.hasColumn() && !field.name().equals("id") && !first.contains(field)) {
                first.add(field);
            }
        }
        fetch(ids, first);
    }

    private void loadRelated(Set<Integer> ids, String path, Map<Integer, Object> target) {
        int dot = path.indexOf('.');
        FieldDef first = model.fields().get(path.substring(0, dot));
        Map<Integer, Object> links = values(ids, first);
        Set<Integer> next = new LinkedHashSet<>();
        links.values().forEach(link -> first(link).ifPresent(next::add));
        ModelDef comodel = env.registry().model(first.comodel());
        Fetcher fetcher = new Fetcher(env, comodel);
        String rest = path.substring(dot + 1);
        Map<Integer, Object> values = fetcher.related(next, rest);
        links.forEach((id, link) -> target.put(id, first(link).map(values::get).orElse(null)));
    }

    /** The values at the end of a dotted path, by the id it starts from. */
    Map<Integer, Object> related(Set<Integer> ids, String path) {
        if (path.indexOf('.') < 0) {
            return values(ids, model.fields().get(path));
        }
        Map<Integer, Object> values = new LinkedHashMap<>();
        loadRelated(ids, path, values);
        return values;
    }

    /** A related path goes through the first record where a field holds several. */
    private static Optional<Integer> first(Object link) {
        if (link instanceof Integer id) {
            return Optional.of(id);
        }
        return link instanceof List<?> list && !list.isEmpty() ? Optional.of((Integer) list.get(0)) : Optional.empty();
    }
}
