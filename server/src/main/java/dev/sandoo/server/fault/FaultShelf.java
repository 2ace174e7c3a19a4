package dev.sandoo.server.fault;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sandoo.server.db.Database;
import dev.sandoo.server.db.Databases;
import dev.sandoo.server.db.Row;
import dev.sandoo.server.db.Transaction;
import dev.sandoo.server.document.BadDocumentException;
import dev.sandoo.server.document.Document;
import dev.sandoo.server.document.Node;
import dev.sandoo.server.sql.SqlArray;
import dev.sandoo.server.sql.SqlFragment;
import dev.sandoo.server.sql.SqlNull;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Puts faults into databases, shows them and takes them out. They are part of their database. Thread-safe.
 *
 * <p>Every method throws {@link IllegalArgumentException} when there is no such database.
 */
public final class FaultShelf {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final SqlFragment NEXT_LOAD = SqlFragment.of("SELECT coalesce(max(load), 0) + 1 FROM sandoo_fault");
    private static final String REPLACE = "DELETE FROM sandoo_fault WHERE name = ?";
    private static final String REPLACE_FILE = "DELETE FROM sandoo_fault WHERE left(name, length(?)) = ?";
    private static final String OF_FILE =
            "SELECT name, document FROM sandoo_fault WHERE left(name, length(?)) = ? OR name = ANY (?)";
    private static final String INSERT = "INSERT INTO sandoo_fault (name, load, document) VALUES (?, ?, ?)";
    private static final SqlFragment LIST = SqlFragment.of("""
            SELECT coalesce(name, 'fault-' || id), calls, struck, document FROM sandoo_fault ORDER BY load DESC, id""");
    private static final SqlFragment CLEAR = SqlFragment.of("DELETE FROM sandoo_fault");
    private static final String REMOVE = "DELETE FROM sandoo_fault WHERE coalesce(name, 'fault-' || id) = ?";

    private final Databases databases;

    public FaultShelf(Databases databases) {
        this.databases = Objects.requireNonNull(databases, "databases");
    }

    /**
     * A fault as it is kept.
     *
     * @param calls how many calls it has looked at
     * @param struck how many of them it has struck
     * @param document what was loaded
     */
    public record Kept(String name, long calls, long struck, Map<String, Object> document) {}

    /** All faults in the order in which they are asked. */
    public record Content(List<Kept> faults) {}

    /** How many were loaded. */
    public record Loaded(int faults) {}

    private record Entry(Optional<String> name, Object document) {}

    /**
     * Adds the faults of a document, all or none. A fault takes the place of one that has its name, a file the place of what was
     * loaded from it before; they go before all that were loaded earlier.
     *
     * @param source the name of the document's file; faults without a name are called by that and their number
     * @throws BadDocumentException that tells all that is wrong with it
     */
    public Loaded load(String database, Optional<String> source, String text) {
        List<Entry> faults = parse(source, text);
        return in(database, transaction -> {
            source.ifPresent(name -> transaction.update(SqlFragment.of(REPLACE_FILE, name + "#", name + "#")));
            int load = transaction.queryFirst(NEXT_LOAD, row -> row.integer(1)).orElseThrow();
            for (Entry fault : faults) {
                fault.name().ifPresent(name -> transaction.update(SqlFragment.of(REPLACE, name)));
                Object name = fault.name().<Object>map(word -> word).orElseGet(() -> new SqlNull("varchar"));
                transaction.update(SqlFragment.of(INSERT, name, load, json(fault.document())));
            }
            return new Loaded(faults.size());
        });
    }

    /** Whether a database has faults of a file that are not, or no longer, what the file says. */
    public boolean hasOther(String database, String source, String text) {
        Map<String, String> said = new HashMap<>();
        parse(Optional.of(source), text).forEach(fault -> said.put(fault.name().orElseThrow(), json(fault.document())));
        Map<String, String> kept = new HashMap<>();
        SqlFragment ofFile = SqlFragment.of(
                OF_FILE,
                source + "#",
                source + "#",
                new SqlArray("text", said.keySet().toArray()));
        in(database, transaction -> transaction.query(ofFile, row -> kept.put(row.text(1), row.text(2))));
        return !kept.isEmpty() && !kept.equals(said);
    }

    private static List<Entry> parse(Optional<String> source, String text) {
        Node root = Document.read(source.orElse("the body"), text).allow("faults");
        List<Entry> faults = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Node node : root.find("faults").map(Node::items).orElse(List.of())) {
            Fault.read(node, "").ifPresent(fault -> {
                Optional<String> name = Optional.of(fault.name())
                        .filter(word -> !word.isEmpty())
                        .or(() -> source.map(file -> file + "#" + (faults.size() + 1)));
                if (name.isPresent() && !names.add(name.get())) {
                    node.problem("has the name of another fault: " + name.get());
                }
                faults.add(new Entry(name, node.plain()));
            });
        }
        root.document().requireGood();
        return faults;
    }

    /** What a database has. */
    public Content list(String database) {
        return in(database, transaction -> new Content(transaction.query(LIST, FaultShelf::kept)));
    }

    private static Kept kept(Row row) {
        return new Kept(row.text(1), row.longOrNull(2), row.longOrNull(3), map(row.text(4)));
    }

    /** Takes all faults out. */
    public void clear(String database) {
        in(database, transaction -> transaction.update(CLEAR));
    }

    /** Takes one fault out; false when there is none of this name. */
    public boolean remove(String database, String name) {
        return in(database, transaction -> transaction.update(SqlFragment.of(REMOVE, name)) > 0);
    }

    private <T> T in(String name, Function<Transaction, T> work) {
        Database database =
                databases.open(name).orElseThrow(() -> new IllegalArgumentException("there is no database " + name));
        try (Transaction transaction = database.begin()) {
            transaction.execute("SET TRANSACTION ISOLATION LEVEL READ COMMITTED"); // calls count there meanwhile
            T result = work.apply(transaction);
            transaction.commit();
            return result;
        }
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked") // JSON has no keys but text
    private static Map<String, Object> map(String json) {
        try {
            return JSON.readValue(json, LinkedHashMap.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
