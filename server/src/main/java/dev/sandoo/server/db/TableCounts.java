package dev.sandoo.server.db;

import dev.sandoo.server.sql.SqlFragment;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts the rows of all tables in one statement, and those that are younger than a baseline: whatever was done to a table
 * since shows in one of the two numbers, whoever did it. The catalogue's own tables are among them, so that changed columns and
 * constraints show as well. The statement takes milliseconds to run but ten times as long to plan, so it is kept prepared.
 */
final class TableCounts {
    private static final String TABLES = """
            SELECT oid::regclass::text
              FROM pg_class
             WHERE relkind = 'r'
               AND (relnamespace = 'public'::regnamespace AND relname <> 'sandoo_baseline'
                    OR relnamespace = 'pg_catalog'::regnamespace
                       AND relname IN ('pg_class', 'pg_attribute', 'pg_attrdef', 'pg_constraint', 'pg_index', 'pg_trigger',
                                       'pg_proc', 'pg_type', 'pg_sequence', 'pg_rewrite', 'pg_extension', 'pg_namespace'))
             ORDER BY 1
            """;
    private static final String CATALOGUE = "pg_";

    private final List<String> tables;
    private final String statement;

    /** @param young how many of the table's rows are younger than the baseline */
    record Count(long total, long young) {
        long old() {
            return total - young;
        }
    }

    private record Line(String table, Count count) {}

    private TableCounts(List<String> tables) {
        this.tables = tables;
        List<String> counts = new ArrayList<>();
        for (int i = 0; i < tables.size(); i++) {
            counts.add("SELECT " + i + ", count(*), count(*) FILTER (WHERE age(xmin) < ?) FROM ONLY " + tables.get(i));
        }
        this.statement = String.join(" UNION ALL ", counts);
    }

    /** For the tables that a database has now; their names are quoted where need be. */
    static TableCounts of(Transaction transaction) {
        return new TableCounts(transaction.query(SqlFragment.of(TABLES), row -> row.text(1)));
    }

    static boolean isCatalogue(String table) {
        return table.startsWith(CATALOGUE);
    }

    /** The counts by table. */
    Map<String, Count> count(Transaction transaction, int age) {
        transaction.execute("SET LOCAL plan_cache_mode = force_generic_plan");
        SqlFragment sql = new SqlFragment(statement, Collections.nCopies(tables.size(), age));
        Map<String, Count> counts = new LinkedHashMap<>();
        transaction
                .query(
                        sql,
                        row -> new Line(tables.get(row.integer(1)), new Count(row.longOrNull(2), row.longOrNull(3))))
                .forEach(line -> counts.put(line.table(), line.count()));
        return counts;
    }
}
