package dev.sandoo.server.shelf;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sandoo.server.db.Row;
import dev.sandoo.server.db.RowReader;
import dev.sandoo.server.db.Transaction;
import dev.sandoo.server.sql.SqlArray;
import dev.sandoo.server.sql.SqlFragment;
import dev.sandoo.server.sql.SqlNull;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The table of one kind of documents. Those of the latest load come first. Immutable. */
public final class DocumentTable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final SqlFragment nextLoad;
    private final SqlFragment list;
    private final SqlFragment clear;
    private final String replace;
    private final String replaceFile;
    private final String ofFile;
    private final String insert;
    private final String remove;

    /**
     * The table {@code sandoo_<kind>}.
     *
     * @param kind one of our own words, such as {@code stub}; also what documents without a name are called, with their number
     * @param counters the columns that count what a document did
     */
    public DocumentTable(String kind, List<String> counters) {
        String table = "sandoo_" + kind;
        String name = "coalesce(name, '" + kind + "-' || id)";
        String columns = String.join(", ", counters);
        nextLoad = SqlFragment.of("SELECT coalesce(max(load), 0) + 1 FROM " + table);
        list = SqlFragment.of(
                "SELECT " + name + ", document, " + columns + " FROM " + table + " ORDER BY load DESC, id");
        clear = SqlFragment.of("DELETE FROM " + table);
        replace = "DELETE FROM " + table + " WHERE name = ANY (?)";
        replaceFile = "DELETE FROM " + table + " WHERE left(name, length(?)) = ?";
        ofFile = "SELECT name, document FROM " + table + " WHERE left(name, length(?)) = ? OR name = ANY (?)";
        insert = "INSERT INTO " + table + " (name, load, document) VALUES (?, ?, ?)";
        remove = "DELETE FROM " + table + " WHERE " + name + " = ?";
    }

    /**
     * Adds documents before all that are there. A document takes the place of one that has its name, a file the place of what
     * was loaded from it before.
     */
    public void load(Transaction transaction, Optional<String> source, List<Entry> entries) {
        source.map(DocumentTable::prefix)
                .ifPresent(file -> transaction.update(SqlFragment.of(replaceFile, file, file)));
        int load = transaction.queryFirst(nextLoad, row -> row.integer(1)).orElseThrow();
        transaction.update(SqlFragment.of(replace, names(entries)));
        transaction.updateAll(
                insert,
                entries.stream()
                        .map(entry -> List.of(stored(entry.name()), load, json(entry.document())))
                        .toList());
    }

    /** Whether there are documents of a file that are not, or no longer, what the file says. */
    public boolean hasOther(Transaction transaction, String source, List<Entry> said) {
        Map<String, String> now = new HashMap<>();
        said.forEach(entry -> now.put(entry.name().orElseThrow(), json(entry.document())));
        Map<String, String> kept = new HashMap<>();
        transaction.query(
                SqlFragment.of(ofFile, prefix(source), prefix(source), names(said)),
                row -> kept.put(row.text(1), row.text(2)));
        return !kept.isEmpty() && !kept.equals(now);
    }

    /**
     * All of them, in the order in which they are asked.
     *
     * @param reader is given rows of the name, the document and the counters
     */
    public <T> List<T> list(Transaction transaction, RowReader<T> reader) {
        return transaction.query(list, reader);
    }

    /** The document in a row of {@link #list}. */
    @SuppressWarnings("unchecked") // JSON has no keys but text
    public static Map<String, Object> document(Row row) {
        try {
            return JSON.readValue(row.text(2), LinkedHashMap.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes all of them out. */
    public void clear(Transaction transaction) {
        transaction.update(clear);
    }

    /** Takes one out; false when there is none of this name. */
    public boolean remove(Transaction transaction, String name) {
        return transaction.update(SqlFragment.of(remove, name)) > 0;
    }

    /** A document as the table holds it. */
    public static String json(Object document) {
        try {
            return JSON.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the names of a file's documents begin with. */
    private static String prefix(String source) {
        return source + "#";
    }

    private static SqlArray names(List<Entry> entries) {
        return new SqlArray(
                "text", entries.stream().flatMap(entry -> entry.name().stream()).toArray());
    }

    private static Object stored(Optional<String> name) {
        return name.<Object>map(text -> text).orElseGet(() -> new SqlNull("varchar"));
    }
}
