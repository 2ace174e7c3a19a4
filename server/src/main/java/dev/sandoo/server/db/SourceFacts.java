package dev.sandoo.server.db;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.sandoo.server.sql.SqlFragment;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What resets need to know of the database that others were cloned from: how many rows its tables have, where its sequences
 * stand, and of tables that have lost rows what these were. Read once, since a source never changes. Thread-safe.
 */
final class SourceFacts implements Rewind.Source {
    private static final long MOST_BYTES = 32L << 20;

    /** More rows than that are not kept in memory only because somebody has written one of them. */
    private static final long MOST_ROWS = 50_000;

    private static final String SEQUENCES = """
            SELECT s.seqrelid::int8, pg_sequence_last_value(s.seqrelid), s.seqstart
              FROM pg_sequence s JOIN pg_class c ON c.oid = s.seqrelid
             WHERE c.relnamespace = 'public'::regnamespace
            """;

    private final TableCounts tables;
    private final Map<String, TableCounts.Count> counts;
    private final Map<Long, Sequence> sequences;
    private final Cache<String, SourceTable> rows = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .weigher((String name, SourceTable table) -> table.weight())
            .build();

    /** @param last the number given last; empty before the first */
    private record Sequence(long id, Optional<Long> last, long start) {
        String set() {
            return "setval(" + id + "::oid::regclass, " + last.orElse(start) + ", " + last.isPresent() + ")";
        }
    }

    private SourceFacts(TableCounts tables, Map<String, TableCounts.Count> counts, Map<Long, Sequence> sequences) {
        this.tables = tables;
        this.counts = counts;
        this.sequences = sequences;
    }

    /** Reads them in a transaction of the source. */
    static SourceFacts read(Transaction transaction) {
        TableCounts tables = TableCounts.of(transaction);
        return new SourceFacts(tables, tables.count(transaction, 0), sequences(transaction));
    }

    /** The tables of a clone that differ from the source's. */
    Map<String, TableCounts.Count> changes(Transaction clone, int age) {
        Map<String, TableCounts.Count> changes = new TreeMap<>(tables.count(clone, age));
        changes.entrySet()
                .removeIf(entry -> entry.getValue().young() == 0
                        && entry.getValue().total() == count(entry.getKey()).total());
        return changes;
    }

    /** Whether none of the source's rows is missing among a clone's. */
    @Override
    public boolean isComplete(String table, TableCounts.Count count) {
        return count.old() == count(table).total();
    }

    /** Whether the table's rows are few enough to be kept. */
    @Override
    public boolean isSmall(String table) {
        return count(table).total() <= MOST_ROWS;
    }

    /**
     * The rows of a table.
     *
     * @param reader reads it in the source, unless it was read already
     */
    SourceTable rows(String table, Function<String, SourceTable> reader) {
        return rows.get(table, reader);
    }

    /** Sets a clone's sequences to where the source's stand. */
    void resetSequences(Transaction clone) {
        String changed = sequences(clone).values().stream()
                .filter(sequence -> !sequence.equals(sequences.get(sequence.id())))
                .map(sequence -> sequences.get(sequence.id()).set())
                .collect(Collectors.joining(", "));
        if (!changed.isEmpty()) {
            clone.execute("SELECT " + changed);
        }
    }

    private TableCounts.Count count(String table) {
        return counts.getOrDefault(table, TableCounts.Count.NONE);
    }

    private static Map<Long, Sequence> sequences(Transaction transaction) {
        return transaction
                .query(
                        SqlFragment.of(SEQUENCES),
                        row -> new Sequence(
                                row.longOrNull(1), Optional.ofNullable(row.longOrNull(2)), row.longOrNull(3)))
                .stream()
                .collect(Collectors.toMap(Sequence::id, Function.identity()));
    }
}
