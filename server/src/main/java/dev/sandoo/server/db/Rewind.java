package dev.sandoo.server.db;

import dev.sandoo.server.sql.SqlFragment;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Puts a clone back to its source by undoing what was written since: younger rows are deleted, lost ones put back, sequences set.
 * It leaves the database's files and connections as they are, and so takes a fraction of what a new clone takes. Possible when
 * the tables themselves have not changed and PostgreSQL lets us pass over keys and triggers for a moment; nobody else may be
 * writing. Serves one transaction.
 */
final class Rewind {
    /** Rows may come and go in any order, and no trigger adds to what they do. Superusers may say so. */
    private static final String WITHOUT_TRIGGERS = "SET LOCAL session_replication_role = replica";

    private static final String MAY = "SELECT has_parameter_privilege('session_replication_role', 'SET')";
    private static final String MAY_BEFORE_15 = "SELECT rolsuper FROM pg_roles WHERE rolname = current_user";
    private static final int PRIVILEGES_SINCE = 150_000;

    /** Its rows are numbers that caches go by: they only ever grow, whatever else is put back. */
    private static final String COUNTERS = "sandoo_counter";

    private static final String COUNT_ON = "UPDATE sandoo_counter SET value = value + 1";

    /** What has to be known of the source to tell whether changes can be undone. */
    interface Source {
        /** Whether none of the source's rows is missing among a clone's. */
        boolean isComplete(String table, TableCounts.Count count);

        /** Whether the table's rows are few enough to be kept. */
        boolean isSmall(String table);
    }

    private final Transaction transaction;
    private final SourceFacts source;
    private final Function<String, SourceTable> reader;

    /** @param reader reads a table's rows in the source */
    Rewind(Transaction transaction, SourceFacts source, Function<String, SourceTable> reader) {
        this.transaction = transaction;
        this.source = source;
        this.reader = reader;
    }

    /** Whether PostgreSQL lets our role do this at all. */
    static boolean isAllowed(Maintenance maintenance) {
        String question = maintenance.version() >= PRIVILEGES_SINCE ? MAY : MAY_BEFORE_15;
        return maintenance.string(question).filter("t"::equals).isPresent();
    }

    /** Whether changes are of the sort that can be undone. */
    static boolean canUndo(Map<String, TableCounts.Count> changes, Source source) {
        return changes.entrySet().stream()
                .allMatch(change -> !TableCounts.isCatalogue(change.getKey())
                        && (source.isComplete(change.getKey(), change.getValue()) || source.isSmall(change.getKey())));
    }

    /**
     * Does it, and makes it last.
     *
     * @param changes in which the database differs from its source
     * @param distinguish makes the database one of its own again
     */
    void run(Map<String, TableCounts.Count> changes, Consumer<Transaction> distinguish) {
        Baseline baseline = Baseline.read(transaction).orElseThrow(); // its age has grown since the tables were counted
        transaction.execute(WITHOUT_TRIGGERS);
        changes.forEach((table, count) -> undo(table, count, baseline.age()));
        source.resetSequences(transaction);
        distinguish.accept(transaction);
        Baseline.write(transaction, baseline.source(), baseline.origin());
        transaction.commit();
    }

    private void undo(String table, TableCounts.Count count, int age) {
        if (table.equals(COUNTERS)) {
            transaction.execute(COUNT_ON);
            return;
        }
        if (count.young() > 0) {
            transaction.update(SqlFragment.of("DELETE FROM ONLY " + table + " WHERE age(xmin) < ?", age));
        }
        if (!source.isComplete(table, count)) {
            source.rows(table, reader).complete(transaction);
        }
    }
}
