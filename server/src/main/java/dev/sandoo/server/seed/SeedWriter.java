package dev.sandoo.server.seed;

import dev.sandoo.server.access.Caller;
import dev.sandoo.server.db.Transaction;
import dev.sandoo.server.error.OdooError;
import dev.sandoo.server.error.RetryableError;
import dev.sandoo.server.orm.Models;
import dev.sandoo.server.rpc.ObjectMethods;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes units through the models, in one transaction. Used once. */
final class SeedWriter {
    private static final Logger LOG = LoggerFactory.getLogger(SeedWriter.class);
    private static final long PROGRESS_NANOS = Duration.ofSeconds(2).toNanos();
    private static final int BATCH = 200;

    private final Transaction transaction;
    private final Caller caller;
    private final ObjectMethods methods;
    private final NumberedRecords numbered;
    private final SeedNames names;
    private final SeedValues values;
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
        this.values = new SeedValues(names);
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
            throw SeedException.of(unit.place().problem("there is no model " + model));
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
            Map<String, Object> given = values.ofKnown(record);
            attempt(record, () -> call(record.model(), "write", List.of(List.of(present.get()), given)));
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
            throw SeedException.of(
                    record.place().problem(name + " is a record of " + other + ", not of " + record.model()));
        });
        return names.find(name);
    }

    private void createNumbered(SeedRecord record, int id) {
        Map<String, Object> given = values.ofNew(record);
        attempt(record, () -> numbered.create(record.model(), id, given));
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
        List<Object> given = new ArrayList<>();
        records.forEach(record -> given.add(values.ofNew(record)));
        List<?> ids;
        try {
            ids = transaction.inSavepoint(() -> (List<?>) call(model, "create", List.of(given)));
        } catch (RetryableError e) {
            throw e;
        } catch (OdooError e) {
            throw blamed(records, given, e);
        }
        names.remember(model, records, ids);
        count(model, records.size());
    }

    /** Which of many records it was shows when each is tried by itself. */
    private SeedException blamed(List<SeedRecord> records, List<Object> given, OdooError error) {
        for (int i = 0; i < records.size(); i++) {
            List<Object> one = List.of(given.get(i));
            SeedRecord record = records.get(i);
            attempt(record, () -> transaction.inSavepoint(() -> call(record.model(), "create", List.of(one))));
        }
        return SeedException.of(records.get(0).place().problem(error.getMessage())); // only together are they wrong
    }

    private void attempt(SeedRecord record, Runnable work) {
        try {
            work.run();
        } catch (RetryableError e) {
            throw e;
        } catch (OdooError e) {
            throw SeedException.of(told(record, e.getMessage()));
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
            throw SeedException.of(table.place().problem(e.getMessage()));
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

    private Object call(String model, String method, List<Object> arguments) {
        return methods.call(transaction, caller, model, method, arguments, Map.of());
    }

    private void count(String model, int records) {
        written.merge(model, records, Integer::sum);
    }
}
