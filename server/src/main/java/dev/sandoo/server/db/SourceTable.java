package dev.sandoo.server.db;

import dev.sandoo.server.sql.SqlFragment;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rows of a table as they were, in COPY's text format, and by what they are told apart: the id where there is one, else all
 * of a row. Immutable.
 *
 * @param name quoted where need be
 */
record SourceTable(String name, String columns, String key, Map<String, String> rows) {
    private static final String COLUMNS = """
            SELECT quote_ident(attname)
              FROM pg_attribute
             WHERE attrelid = ?::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
             ORDER BY attname <> 'id', attnum
            """;
    private static final String ID = "id";

    /** Reads a table in a database that is as it should be. */
    static SourceTable read(Transaction transaction, String name) {
        List<String> columns = transaction.query(SqlFragment.of(COLUMNS, name), row -> row.text(1));
        String all = String.join(", ", columns);
        boolean hasId = columns.get(0).equals(ID);
        Map<String, String> rows = new HashMap<>();
        for (String line : lines(transaction, all, name)) {
            rows.put(hasId ? line.substring(0, line.indexOf('\t')) : line, line);
        }
        return new SourceTable(name, all, hasId ? ID : all, rows);
    }

    /** Puts back the rows that a table lacks; the rest of it is as it should be. */
    void complete(Transaction transaction) {
        Set<String> present = new HashSet<>(lines(transaction, key, name));
        Iterator<String> missing = rows.entrySet().stream()
                .filter(row -> !present.contains(row.getKey()))
                .map(Map.Entry::getValue)
                .iterator();
        try {
            transaction.copyIn(
                    "COPY " + name + " (" + columns + ") FROM STDIN",
                    () -> missing.hasNext() ? (missing.next() + "\n").getBytes(StandardCharsets.UTF_8) : null);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // rows in memory can always be read
        }
    }

    /** Roughly what it takes to keep it, in bytes. */
    int weight() {
        return rows.values().stream().mapToInt(row -> row.length() + 100).sum();
    }

    private static List<String> lines(Transaction transaction, String columns, String table) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            transaction.copyOut("COPY (SELECT " + columns + " FROM ONLY " + table + ") TO STDOUT", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory takes all that is written
        }
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
