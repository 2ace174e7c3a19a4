package dev.sandoo.server.orm;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.ModelDef;
import dev.sandoo.server.access.Operation;
import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.field.PythonValues;
import dev.sandoo.server.query.Page;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Records of one model in an environment, in order, as Odoo's recordsets. Immutable; values are read when asked for, for all
 * records at hand at once. Getters of single values are for one record (or none: empty values).
 */
public final class Records implements Iterable<Records> {
    private final Environment env;
    private final ModelDef model;
    private final List<Integer> ids;

    Records(Environment env, ModelDef model, List<Integer> ids) {
        this.env = env;
        this.model = model;
        this.ids = ids;
    }

    public Environment env() {
        return env;
    }

    public ModelDef model() {
        return model;
    }

    public List<Integer> ids() {
        return ids;
    }

    public int size() {
        return ids.size();
    }

    public boolean isEmpty() {
        return ids.isEmpty();
    }

    /** The only record's id; 0 when there is none. */
    public int id() {
        if (ids.size() > 1) {
            throw dev.sandoo.server.error.PythonError.valueError("Expected singleton: " + describe());
        }
        return ids.isEmpty() ? 0 : ids.get(0);
    }

    /** As Python shows the records: {@code res.partner(1, 2)}. */
    public String describe() {
        StringBuilder text = new StringBuilder(model.name()).append('(');
        for (int i = 0; i < ids.size(); i++) {
            text.append(i > 0 ? ", " : "")
                    .append(PythonValues.repr(env.state().wireIds().written(ids.get(i))));
        }
        return text.append(ids.size() == 1 ? ",)" : ")").toString();
    }

    /** The same records in another environment. */
    public Records in(Environment other) {
        return new Records(other, model, ids);
    }

    /** The same records without regard to rights and rules. */
    public Records sudo() {
        return in(env.sudo());
    }

    /** Other records of the same model and environment. */
    public Records browse(Collection<Integer> otherIds) {
        return new Records(env, model, List.copyOf(otherIds));
    }

    /** Each record by itself. */
    @Override
    public Iterator<Records> iterator() {
        Iterator<Integer> each = ids.iterator();
        env.state().cache().seen(model.name()).addAll(ids);
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return each.hasNext();
            }

            @Override
            public Records next() {
                return browse(List.of(each.next()));
            }
        };
    }

    /** The record value of a field, or of a dotted path through single records; null for empty. */
    public Object get(String path) {
        int dot = path.indexOf('.');
        if (dot > 0) {
            return records(path.substring(0, dot)).get(path.substring(dot + 1));
        }
        if (isEmpty()) {
            return null;
        }
        return path.equals("id") ? Integer.valueOf(id()) : new Fetcher(env, model).value(id(), field(path));
    }

    /** The record values of a field, by id. */
    public Map<Integer, Object> values(String field) {
        return new Fetcher(env, model).values(ids, field(field));
    }

    /** Reads columns of all records by one statement, for what asks for them one after the other. */
    public void prefetch(List<String> fields) {
        new Fetcher(env, model).prefetch(new LinkedHashSet<>(ids), fields);
    }

    /** A text; empty for no value. */
    public String text(String path) {
        Object value = get(path);
        return value == null ? "" : value.toString();
    }

    public boolean bool(String path) {
        return Boolean.TRUE.equals(get(path));
    }

    /** An integer or the id of a many2one; 0 for no value. */
    public int integer(String path) {
        return get(path) instanceof Integer value ? value : 0;
    }

    /** A number; 0 for no value. */
    public double number(String path) {
        return get(path) instanceof Number value ? value.doubleValue() : 0.0;
    }

    /** A date; null for none. */
    public LocalDate date(String path) {
        return (LocalDate) get(path);
    }

    /** A moment in UTC; null for none. */
    public LocalDateTime moment(String path) {
        return (LocalDateTime) get(path);
    }

    /** The records that a relational field, or a dotted path of them, leads to from all of these, without repetition. */
    public Records records(String path) {
        int dot = path.indexOf('.');
        if (dot > 0) {
            return records(path.substring(0, dot)).records(path.substring(dot + 1));
        }
        FieldDef field = field(path);
        Set<Integer> found = new LinkedHashSet<>();
        // One of many that are looped over reads for all of them.
        Collection<Object> values = ids.size() == 1
                ? Collections.singleton(new Fetcher(env, model).value(id(), field))
                : values(path).values();
        for (Object value : values) {
            if (value instanceof Integer id) {
                found.add(id);
            } else if (value instanceof List<?> list) {
                list.forEach(id -> found.add((Integer) id));
            }
        }
        return env.records(field.comodel(), found);
    }

    /** The records that the predicate holds for. */
    public Records filter(Predicate<Records> predicate) {
        List<Integer> kept = new ArrayList<>();
        for (Records one : this) {
            if (predicate.test(one)) {
                kept.add(one.id());
            }
        }
        return browse(kept);
    }

    /** These and the others, without repetition. */
    public Records union(Records others) {
        Set<Integer> all = new LinkedHashSet<>(ids);
        all.addAll(others.ids);
        return browse(all);
    }

    /** The records of the model that the condition holds for, in the model's order. */
    public Records search(Condition condition) {
        return browse(new Search(env, model).ids(condition, Page.ALL));
    }

    /** The records that still exist. */
    public Records exists() {
        return browse(new Search(env, model).existing(ids));
    }

    /**
     * Makes sure that all the records exist.
     *
     * @throws dev.sandoo.server.error.MissingError that names the first one that does not
     */
    public void requireExisting() {
        List<Integer> missing = new ArrayList<>(ids);
        missing.removeAll(exists().ids());
        if (!missing.isEmpty()) {
            throw new dev.sandoo.server.error.MissingError(env.version()
                    .message(
                            "record.missing",
                            Map.of("record", browse(missing.subList(0, 1)).describe(), "user", env.uid())));
        }
    }

    /** The wire values that copies of the records would be created with, in order. @param given what copies get instead */
    @SuppressWarnings("unchecked")
    public List<Map<String, Object>> copyData(Map<String, Object> given) {
        List<Map<String, Object>> all = new ArrayList<>();
        new Copy(env, model).data(ids, given).forEach(one -> all.add((Map<String, Object>) one));
        return all;
    }

    /** Creates a record of the model from wire values. */
    public Records create(Map<String, Object> values) {
        return browse(new Create(env, model).create(List.of(values)));
    }

    /** Creates records of the model from wire values, in order. */
    public Records createAll(List<Map<String, Object>> values) {
        return browse(new Create(env, model).create(values));
    }

    /** Creates a record of the model with an id that none has yet; later records get higher ones. */
    public Records createNumbered(int id, Map<String, Object> values) {
        return browse(Create.numbered(env, model, List.of(id)).create(List.of(values)));
    }

    /** Writes wire values to all records. */
    public void write(Map<String, Object> values) {
        new Write(env, model).write(ids, values);
    }

    /** Writes wire values to all records without the model's hooks. */
    public void writeQuietly(Map<String, Object> values) {
        new Write(env, model).withoutHooks().write(ids, values);
    }

    /** Has values read anew after a statement of our own changed them. */
    public void forget() {
        env.state().cache().clear();
    }

    /** Computes a stored field of all records anew. */
    public void recompute(String field) {
        Recomputer recomputer = env.state().recomputer();
        recomputer.mark(model, field(field), ids);
        recomputer.flush(env);
    }

    /** Deletes the records. */
    public void unlink() {
        new Unlink(env, model).unlink(ids);
    }

    /** Whether model rights and rules let the caller read all of them. */
    public boolean mayRead() {
        return may(Operation.READ);
    }

    /** Whether model rights and rules let the caller do this with all of them. */
    public boolean may(Operation operation) {
        Rights rights = new Rights(env);
        return rights.allowsModel(model, operation)
                && rights.allowed(model, operation, ids).size() == ids.size();
    }

    /** Those of the records that exist and that model rights and rules let the caller do this with. */
    public Records allowed(Operation operation) {
        Rights rights = new Rights(env);
        return rights.allowsModel(model, operation) ? browse(rights.allowed(model, operation, ids)) : browse(List.of());
    }

    /** The error for a caller who may not do this with the records, in the words that rules have. */
    public dev.sandoo.server.error.AccessError refusal(Operation operation) {
        return new Refusals(env).records(model, operation, ids);
    }

    /**
     * Makes sure that the caller may do this with the model.
     *
     * @throws dev.sandoo.server.error.AccessError when not
     */
    public void requireModelRight(Operation operation) {
        new Rights(env).checkModel(model, operation);
    }

    /**
     * Makes sure that model rights and rules let the caller do this with all of the records.
     *
     * @throws dev.sandoo.server.error.AccessError when not
     */
    public void require(Operation operation) {
        Rights rights = new Rights(env);
        rights.checkModel(model, operation);
        rights.checkRecords(model, operation, ids);
    }

    /**
     * Makes sure that all the records exist and that the caller may read them.
     *
     * @throws dev.sandoo.server.error.OdooError as reading them would
     */
    public void requireReadable() {
        requireModelRight(Operation.READ);
        requireExisting();
        new Rights(env).readable(model, ids);
    }

    /** The field of the model with this name. */
    public FieldDef field(String name) {
        FieldDef field = model.fields().get(name);
        if (field == null) {
            throw dev.sandoo.server.error.PythonError.keyError(name);
        }
        return field;
    }

    @Override
    public String toString() {
        return describe();
    }
}
