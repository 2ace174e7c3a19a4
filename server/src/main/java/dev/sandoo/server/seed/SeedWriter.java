package dev.sandoo.server.seed;

import dev.sandoo.server.access.Caller;
import dev.sandoo.server.db.Transaction;
import dev.sandoo.server.error.OdooError;
import dev.sandoo.server.error.RetryableError;
import dev.sandoo.server.orm.Models;
import dev.sandoo.server.rpc.ObjectMethods;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes units through the models, in one transaction. Used once. */
final class SeedWriter {
    private static final Logger LOG = LoggerFactory.getLogger(SeedWriter.class);
    private static final long PROGRESS_NANOS = Duration.ofSeconds(2).toNanos();
    private static final int BATCH = 200;
    private static final int SET = 6;
    private static final int CLEAR = 5;

    private final Transaction transaction;
    private final Caller caller;
    private final ObjectMethods methods;
    private final NumberedRecords numbered;
    private final SeedNames names;
    private final Map<String, Set<String>> fields = new HashMap<>();
    private final Map<String, Integer> written = new TreeMap<>();
    private final List<SeedRecord> batch = new ArrayList<>();
    private long lastProgress = System.nanoTime();

    SeedWriter(Transaction transaction, Caller caller, ObjectMethods methods, Models models) {
        this.transaction = transaction;
        this.caller = caller;
        this.methods = methods;
        this.numbered = new NumberedRecords(transaction, caller, models);
        this.names = new SeedNames(
                (model, method, args) -> methods.call(transaction, caller, model, method, args, Map.of()));
    }

    /**
     * Writes all of them.
     *
     * @return how many records of each model
     * @throws SeedException that says what could not be written
     */
    Map<String, Integer> write(List<Unit> units) {
        int done = 0;
        for (Unit unit : units) {
            requireModel(unit);
            if (unit instanceof SeedRecord record) {
                add(record);
            } else {
                createBatch();
                load((SeedTable) unit);
            }
            report(++done, units.size());
        }
        createBatch();
        return written;
    }

    private void requireModel(Unit unit) {
        String model = unit instanceof SeedRecord record ? record.model() : ((SeedTable) unit).model();
        if (!methods.hasModel(transaction, caller, model)) {
            throw failure(unit.place().problem("there is no model " + model));
        }
    }

    private void report(int done, int all) {
        if (System.nanoTime() - lastProgress > PROGRESS_NANOS) {
            lastProgress = System.nanoTime();
            LOG.info("seeds: {} of {} written", done, all);
        }
    }

    /** Records that are new are created many at a time, as long as none needs another. */
    private void add(SeedRecord record) {
        boolean fits = batch.isEmpty()
                || batch.get(0).model().equals(record.model())
                        && batch.size() < BATCH
                        && batch.stream()
                                .flatMap(other -> other.names().stream())
                                .noneMatch(record.references()::contains);
        if (!fits) {
            createBatch();
        }
        Optional<Integer> named = record.name().flatMap(name -> known(record, name));
        Optional<Integer> present =
                named.or(() -> record.number().filter(number -> numbered.has(record.model(), number)));
        if (present.isPresent()) {
            createBatch();
            Map<String, Object> values = values(record, true);
            attempt(record, () -> call(record.model(), "write", List.of(List.of(present.get()), values)));
            if (named.isEmpty()) {
                names.remember(record.model(), List.of(record), List.of(present.get()));
            }
            count(record.model(), 1);
        } else if (record.number().isPresent()) {
            createBatch();
            createNumbered(record, record.number().get());
        } else {
            batch.add(record);
        }
    }

    private Optional<Integer> known(SeedRecord record, String name) {
        names.otherModel(name, record.model()).ifPresent(other -> {
            throw failure(record.place().problem(name + " is a record of " + other + ", not of " + record.model()));
        });
        return names.find(name);
    }

    private void createNumbered(SeedRecord record, int id) {
        Map<String, Object> values = values(record, false);
        attempt(record, () -> numbered.create(record.model(), id, values));
        names.remember(record.model(), List.of(record), List.of(id));
        count(record.model(), 1);
    }

    private void createBatch() {
        if (batch.isEmpty()) {
            return;
        }
        List<SeedRecord> records = List.copyOf(batch);
        batch.clear();
        String model = records.get(0).model();
        List<Object> values = new ArrayList<>();
        records.forEach(record -> values.add(values(record, false)));
        List<?> ids;
        try {
            ids = transaction.inSavepoint(() -> (List<?>) call(model, "create", List.of(values)));
        } catch (RetryableError e) {
            throw e;
        } catch (OdooError e) {
            throw blamed(records, values, e);
        }
        names.remember(model, records, ids);
        count(model, records.size());
    }

    /** Which of many records it was shows when each is tried by itself. */
    private SeedException blamed(List<SeedRecord> records, List<Object> values, OdooError error) {
        for (int i = 0; i < records.size(); i++) {
            List<Object> one = List.of(values.get(i));
            SeedRecord record = records.get(i);
            attempt(record, () -> transaction.inSavepoint(() -> call(record.model(), "create", List.of(one))));
        }
        return failure(records.get(0).place().problem(error.getMessage())); // only together are they wrong
    }

    private void attempt(SeedRecord record, Runnable work) {
        try {
            work.run();
        } catch (RetryableError e) {
            throw e;
        } catch (OdooError e) {
            throw failure(told(record, e.getMessage()));
        }
    }

    /** A message that names one of the record's fields is about its line. */
    private static String told(SeedRecord record, String message) {
        for (Map.Entry<String, SeedRecord.Value> entry : record.values().entrySet()) {
            String field = entry.getKey().replaceFirst("/.*", "");
            if (Pattern.compile("\\b" + Pattern.quote(field) + "\\b")
                    .matcher(message)
                    .find()) {
                return entry.getValue().place().problem(entry.getKey(), message);
            }
        }
        return record.place().problem(message);
    }

    private Map<String, Object> values(SeedRecord record, boolean replaces) {
        Map<String, Object> values = new LinkedHashMap<>();
        record.values()
                .forEach((key, value) -> put(values, record.model(), key, value.value(), value.place(), replaces));
        return values;
    }

    private void put(
            Map<String, Object> values, String model, String key, Object value, Place place, boolean replaces) {
        String field = key.replaceFirst("/(\\.?id)$", "");
        if (!fields(model).contains(field)) {
            throw failure(place.problem(key, "there is no such field in " + model));
        }
        if (key.endsWith(SeedRecord.BY_NAME)) {
            values.put(field, ids(model, field, value, place, key));
        } else if (value instanceof List<?> list
                && !list.isEmpty()
                && list.stream().allMatch(Map.class::isInstance)) {
            values.put(field, children(model, field, list, place, replaces));
        } else {
            ValueCheck.problem(names.type(model, field), field, value).ifPresent(wrong -> {
                throw failure(place.problem(key, wrong));
            });
            values.put(field, value);
        }
    }

    private Object ids(String model, String field, Object value, Place place, String key) {
        List<Object> ids = new ArrayList<>();
        for (String name : SeedRecord.namesIn(value)) {
            ids.add(names.find(name).orElseThrow(() -> failure(place.problem(key, "there is no record " + name))));
        }
        if (names.isMany2one(model, field)) {
            if (ids.size() > 1) {
                throw failure(place.problem(key, "takes one record, not " + ids.size()));
            }
            return ids.isEmpty() ? Boolean.FALSE : ids.get(0);
        }
        return List.of(List.of(SET, 0, ids));
    }

    /** Records within a record, which are its own. */
    private List<Object> children(String model, String field, List<?> list, Place place, boolean replaces) {
        String child = names.comodel(model, field)
                .orElseThrow(() -> failure(place.problem(field, "holds no records, so none can be given")));
        List<Object> commands = new ArrayList<>();
        if (replaces) {
            commands.add(List.of(CLEAR, 0, 0));
        }
        for (Object element : list) {
            Map<String, Object> values = new LinkedHashMap<>();
            ((Map<?, ?>) element).forEach((key, value) -> put(values, child, key.toString(), value, place, replaces));
            commands.add(List.of(0, 0, values));
        }
        return commands;
    }

    private void load(SeedTable table) {
        if (table.rows().isEmpty()) {
            return;
        }
        Map<?, ?> answer;
        try {
            answer = (Map<?, ?>) call(table.model(), "load", List.of(table.columns(), table.named()));
        } catch (RetryableError e) {
            throw e;
        } catch (OdooError e) {
            throw failure(table.place().problem(e.getMessage()));
        }
        if (!(answer.get("ids") instanceof List<?> ids)) {
            throw new SeedException(((List<?>) answer.get("messages"))
                    .stream().map(message -> told(table, (Map<?, ?>) message)).toList());
        }
        count(table.model(), ids.size());
    }

    private static String told(SeedTable table, Map<?, ?> message) {
        Object row = message.get("rows") instanceof Map<?, ?> rows ? rows.get("from") : null;
        Place place = row instanceof Integer number ? table.placeOf(number) : table.place();
        String wrong = String.valueOf(message.get("message"));
        return message.get("field") instanceof String field ? place.problem(field, wrong) : place.problem(wrong);
    }

    private Set<String> fields(String model) {
        return fields.computeIfAbsent(model, names::fields);
    }

    private Object call(String model, String method, List<Object> arguments) {
        return methods.call(transaction, caller, model, method, arguments, Map.of());
    }

    private void count(String model, int records) {
        written.merge(model, records, Integer::sum);
    }

    private static SeedException failure(String problem) {
        return new SeedException(List.of(problem));
    }
}
