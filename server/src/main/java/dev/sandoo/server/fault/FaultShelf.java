package dev.sandoo.server.fault;

import dev.sandoo.server.db.Database;
import dev.sandoo.server.db.Databases;
import dev.sandoo.server.db.Row;
import dev.sandoo.server.db.Transaction;
import dev.sandoo.server.document.BadDocumentException;
import dev.sandoo.server.document.Document;
import dev.sandoo.server.document.Node;
import dev.sandoo.server.shelf.DocumentTable;
import dev.sandoo.server.shelf.Entries;
import dev.sandoo.server.shelf.Entry;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * Puts faults into databases, shows them and takes them out. They are part of their database. Thread-safe.
 *
 * <p>Every method throws {@link IllegalArgumentException} when there is no such database.
 */
public final class FaultShelf {
    private static final DocumentTable TABLE = new DocumentTable("fault", List.of("calls", "struck"));

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
            TABLE.load(transaction, source, faults);
            return new Loaded(faults.size());
        });
    }

    /** Whether a database has faults of a file that are not, or no longer, what the file says. */
    public boolean hasOther(String database, String source, String text) {
        List<Entry> said = parse(Optional.of(source), text);
        return in(database, transaction -> TABLE.hasOther(transaction, source, said));
    }

    private static List<Entry> parse(Optional<String> source, String text) {
        Node root = Document.read(source.orElse("the body"), text).allow("faults");
        Entries faults = new Entries("fault", source);
        for (Node node : root.find("faults").map(Node::items).orElse(List.of())) {
            Fault.read(node, "").ifPresent(fault -> faults.add(fault.name(), node));
        }
        root.document().requireGood();
        return faults.all();
    }

    /** What a database has. */
    public Content list(String database) {
        return in(database, transaction -> new Content(TABLE.list(transaction, FaultShelf::kept)));
    }

    private static Kept kept(Row row) {
        return new Kept(row.text(1), row.longOrNull(3), row.longOrNull(4), DocumentTable.document(row));
    }

    /** Takes all faults out. */
    public void clear(String database) {
        in(database, transaction -> {
            TABLE.clear(transaction);
            return true;
        });
    }

    /** Takes one fault out; false when there is none of this name. */
    public boolean remove(String database, String name) {
        return in(database, transaction -> TABLE.remove(transaction, name));
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
}
