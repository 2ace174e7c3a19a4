package dev.sandoo.server.db;

import dev.sandoo.server.sql.SqlFragment;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Counts the rows of all tables in one statement, and those that are younger than a baseline: whatever was done to a table
 * since shows in one of the two numbers, whoever did it. The catalogue's own tables are among them, so that changed columns and
 * constraints show as well. The statement takes milliseconds to run but ten times as long to plan, so it is kept prepared; and
 * since beginning to read a table costs more than reading the few rows of most, those that had no rows to begin with are read
 * only when their files are no longer empty.
 */
final class TableCounts {
    private static final String TABLES = """
            SELECT oid::int8, oid::regclass::text, pg_relation_size(oid) > 0
              FROM pg_class
             WHERE relkind = 'r'
               AND (relnamespace = 'public'::regnamespace AND relname <> 'sandoo_baseline'
                    OR relnamespace = 'pg_catalog'::regnamespace
                       AND relname IN ('pg_class', 'pg_attribute', 'pg_attrdef', 'pg_constraint', 'pg_index', 'pg_trigger',
                                       'pg_proc', 'pg_type', 'pg_sequence', 'pg_rewrite', 'pg_extension', 'pg_namespace'))
             ORDER BY 2
            """;
    private static final String NO_LONGER_EMPTY =
            "SELECT oid::regclass::text FROM pg_class WHERE oid IN (%s) AND pg_relation_size(oid) > 0";
    private static final String CATALOGUE = "pg_";

    private final Counting filled;
    private final String noLongerEmpty;

    /** @param young how many of the table's rows are younger than the baseline */
    record Count(long total, long young) {
        /** Of a table that has never had rows. */
        static final Count NONE = new Count(0, 0);

        long old() {
            return total - young;
        }
    }

    private record Table(long id, String name, boolean isFilled) {}

    private record Line(int table, Count count) {}

    /** The statement that counts the rows of some tables. */
    private record Counting(List<String> tables, String statement) {
        static Counting of(List<String> tables) {
            List<String> counts = new ArrayList<>();
            for (int i = 0; i < tables.size(); i++) {
                counts.add(
                        "SELECT " + i + ", count(*), count(*) FILTER (WHERE age(xmin) < ?) FROM ONLY " + tables.get(i));
            }
            return new Counting(tables, String.join(" UNION ALL ", counts));
        }

        Map<String, Count> run(Transaction transaction, int age) {
            SqlFragment sql = new SqlFragment(statement, Collections.nCopies(tables.size(), age));
            return transaction
                    .query(sql, row -> new Line(row.integer(1), new Count(row.longOrNull(2), row.longOrNull(3))))
                    .stream()
                    .collect(Collectors.toMap(line -> tables.get(line.table()), Line::count));
        }
    }

    private TableCounts(Counting filled, String noLongerEmpty) {
        this.filled = filled;
        this.noLongerEmpty = noLongerEmpty;
    }

    /** For the tables of a source and of its clones, which bear the same numbers; their names are quoted where need be. */
    static TableCounts of(Transaction source) {
        Map<Boolean, List<Table>> tables =
                source
                        .query(SqlFragment.of(TABLES), row -> new Table(row.longOrNull(1), row.text(2), row.bool(3)))
                        .stream()
                        .collect(Collectors.partitioningBy(Table::isFilled));
        String empty = tables.get(false).stream()
                .map(table -> Long.toString(table.id()))
                .collect(Collectors.joining(", "));
        return new TableCounts(
                Counting.of(tables.get(true).stream().map(Table::name).toList()),
                empty.isEmpty() ? "" : NO_LONGER_EMPTY.formatted(empty));
    }

    static boolean isCatalogue(String table) {
        return table.startsWith(CATALOGUE);
    }

    /** The counts by table; of those that never had rows nothing is said. */
    Map<String, Count> count(Transaction transaction, int age) {
        transaction.execute("SET LOCAL plan_cache_mode = force_generic_plan");
        Map<String, Count> counts = new HashMap<>(filled.run(transaction, age));
        List<String> others = noLongerEmpty.isEmpty()
                ? List.of()
                : transaction.query(SqlFragment.of(noLongerEmpty), row -> row.text(1));
        if (!others.isEmpty()) {
            counts.putAll(Counting.of(others).run(transaction, age));
        }
        return counts;
    }
}
