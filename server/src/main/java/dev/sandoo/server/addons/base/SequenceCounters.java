package dev.sandoo.server.addons.base;

import dev.sandoo.server.error.UserError;
import dev.sandoo.server.orm.Compute;
import dev.sandoo.server.orm.ModelHooks;
import dev.sandoo.server.orm.Records;
import dev.sandoo.server.sql.Identifiers;
import dev.sandoo.server.sql.SqlFragment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** PostgreSQL's sequences, which come, change and go with the records that count by them: sequences and their ranges. */
final class SequenceCounters implements ModelHooks {
    private static final String STANDARD = "standard";

    /** The name of a record's counter, as in Odoo's databases. */
    static String name(Records record) {
        return isRange(record)
                ? String.format("ir_sequence_%03d_%03d", record.integer("sequence_id"), record.id())
                : String.format("ir_sequence_%03d", record.id());
    }

    private static boolean isRange(Records record) {
        return record.model().name().equals(SequenceAddon.RANGE);
    }

    /** The sequence that says how a record counts. */
    private static Records ruling(Records record) {
        return isRange(record) ? record.records("sequence_id") : record;
    }

    private static boolean isStandard(Records record) {
        return STANDARD.equals(ruling(record).get("implementation"));
    }

    @Override
    public void afterCreate(Records created, List<Map<String, Object>> values) {
        for (Records one : created) {
            if (isStandard(one)) {
                create(one, one.integer("number_next"));
            }
        }
    }

    private static void create(Records record, int start) {
        int increment = ruling(record).integer("number_increment");
        if (increment == 0) {
            throw new UserError("Step must not be zero.");
        }
        run(record, "CREATE SEQUENCE %s INCREMENT BY " + increment + " START WITH " + start);
    }

    @Override
    public void beforeWrite(Records records, Map<String, Object> values) {
        if (values.get("implementation") instanceof String wanted) {
            for (Records one : records) {
                changeKind(one, wanted);
            }
        }
    }

    private static void changeKind(Records sequence, String wanted) {
        if (wanted.equals(sequence.get("implementation"))) {
            return;
        }
        for (Records counter : withRanges(sequence)) {
            if (wanted.equals(STANDARD)) {
                create(counter, counter.integer("number_next"));
            } else {
                int next = actual(counter);
                run(counter, "DROP SEQUENCE IF EXISTS %s");
                counter.writeQuietly(Map.of("number_next", next));
            }
        }
    }

    private static List<Records> withRanges(Records sequence) {
        List<Records> counters = new ArrayList<>();
        counters.add(sequence);
        sequence.records("date_range_ids").forEach(counters::add);
        return counters;
    }

    @Override
    public void afterWrite(Records records, Map<String, Object> values) {
        for (Records one : records) {
            if (!isStandard(one)) {
                continue;
            }
            if (values.get("number_increment") instanceof Integer increment) {
                step(one, increment);
            }
            if (values.get("number_next") instanceof Integer number && number != 0) {
                run(one, "ALTER SEQUENCE IF EXISTS %s RESTART WITH " + number);
            }
        }
    }

    private static void step(Records sequence, int increment) {
        if (increment == 0) {
            throw new UserError("Step must not be zero.");
        }
        withRanges(sequence).forEach(counter -> run(counter, "ALTER SEQUENCE IF EXISTS %s INCREMENT BY " + increment));
    }

    @Override
    public void beforeUnlink(Records records) {
        for (Records one : records.sudo()) {
            run(one, "DROP SEQUENCE IF EXISTS %s");
            if (!isRange(one)) {
                one.records("date_range_ids").forEach(range -> run(range, "DROP SEQUENCE IF EXISTS %s"));
            }
        }
    }

    private static void run(Records record, String statement) {
        record.env().transaction().execute(String.format(statement, Identifiers.quote(name(record))));
    }

    /** The number that the next one to ask gets. */
    static void actual(Records records, Compute.Results results) {
        for (Records one : records.sudo()) {
            results.set(one.id(), "number_next_actual", actual(one));
        }
    }

    private static int actual(Records record) {
        if (!isStandard(record)) {
            return record.integer("number_next");
        }
        SqlFragment state = SqlFragment.of(
                        "SELECT (last_value + CASE WHEN is_called THEN s.seqincrement ELSE 0 END)::int4 FROM ")
                .append(SqlFragment.identifier(name(record)))
                .append(", pg_sequence s WHERE s.seqrelid = to_regclass(?)", Identifiers.quote(name(record)));
        boolean kept = record.env()
                .transaction()
                .queryFirst(
                        SqlFragment.of("SELECT 1 WHERE to_regclass(?) IS NOT NULL", Identifiers.quote(name(record))),
                        row -> row.integer(1))
                .isPresent();
        return kept
                ? record.env().transaction().query(state, row -> row.integer(1)).get(0)
                : record.integer("number_next");
    }
}
