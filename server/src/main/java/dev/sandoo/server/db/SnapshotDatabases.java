package dev.sandoo.server.db;

import dev.sandoo.server.error.DatabaseError;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Snapshots as databases of their own, whose comments say what they are. Names of PostgreSQL's databases are short, so the
 * snapshot's name stands in the comment too.
 */
final class SnapshotDatabases implements Snapshots {
    private static final String LIST = """
            SELECT datname || ' ' || oid || ' ' || shobj_description(oid, 'pg_database')
              FROM pg_database
             WHERE starts_with(datname, ?) AND starts_with(shobj_description(oid, 'pg_database'), ?)
             ORDER BY 1
            """;
    private static final Pattern LINE = Pattern.compile(
            "(\\S+) (\\d+) Sandoo snapshot, Odoo \\S+, schema (\\S+), of (\\S+), named (\\S+), at (\\d+)");

    /** Takes milliseconds, since PostgreSQL looks at a thousand files. */
    private static final String SIZE = "SELECT pg_database_size(?)::text";

    private final Maintenance maintenance;
    private final Stock stock;
    private final Template template;
    private final Function<String, Database> opener;
    private final UnaryOperator<String> copier;
    private final Clock clock;

    /**
     * A snapshot where it is kept.
     *
     * @param id PostgreSQL's number for it
     * @param isUsable whether its tables are those of this build
     */
    record Stored(String database, long id, boolean isUsable, Snapshot snapshot) {}

    /** @param copier makes a copy of a database in use, and answers the copy's name */
    SnapshotDatabases(
            Maintenance maintenance,
            Stock stock,
            Template template,
            Function<String, Database> opener,
            UnaryOperator<String> copier,
            Clock clock) {
        this.maintenance = maintenance;
        this.stock = stock;
        this.template = template;
        this.opener = opener;
        this.copier = copier;
        this.clock = clock;
    }

    @Override
    public List<Snapshot> list() {
        return stored().stream().map(Stored::snapshot).toList();
    }

    @Override
    public long bytes(String name) {
        return stored(name)
                .flatMap(snapshot -> maintenance.string(SIZE, snapshot.database()))
                .map(Long::parseLong)
                .orElseThrow(() -> Maintenance.noSuchDatabase("snapshot", name));
    }

    @Override
    public Optional<Snapshot> find(String name) {
        return stored(name).map(Stored::snapshot);
    }

    @Override
    public Snapshot take(String database, String name) {
        requireFree(name);
        return keep(copier.apply(database), database, name);
    }

    @Override
    public Snapshot take(String database, String name, Consumer<Database> filling) {
        requireFree(name);
        String fresh = stock.takeEmpty();
        try (Database empty = opener.apply(fresh)) {
            filling.accept(empty);
        } catch (RuntimeException e) {
            stock.discard(fresh);
            throw e;
        }
        return keep(fresh, database, name);
    }

    @Override
    public <T> Optional<T> read(String name, Function<Database, T> reader) {
        Optional<Stored> found = stored(name);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        try (Database database = opener.apply(found.get().database())) {
            return Optional.of(reader.apply(database));
        }
    }

    @Override
    public boolean delete(String name) {
        Optional<Stored> found = stored(name);
        found.ifPresent(snapshot -> stock.discard(snapshot.database()));
        return found.isPresent();
    }

    /** The one of this name. */
    Optional<Stored> stored(String name) {
        return stored().stream()
                .filter(stored -> stored.snapshot().name().equals(name))
                .findFirst();
    }

    private List<Stored> stored() {
        return maintenance.strings(LIST, prefix(), mark()).stream()
                .map(LINE::matcher)
                .filter(Matcher::matches)
                .map(this::stored)
                .toList();
    }

    private Stored stored(Matcher line) {
        Instant taken = Instant.ofEpochMilli(Long.parseLong(line.group(6)));
        Snapshot snapshot = new Snapshot(line.group(5), line.group(4), taken);
        return new Stored(
                line.group(1), Long.parseLong(line.group(2)), line.group(3).equals(template.hash()), snapshot);
    }

    /** Has snapshots follow their database to its new name. */
    void renamed(String database, String newName) {
        maintenance.strings(LIST, prefix(), mark()).stream()
                .map(LINE::matcher)
                .filter(line -> line.matches() && line.group(4).equals(database))
                .forEach(line -> maintenance.execute("COMMENT ON DATABASE " + DatabaseNames.quote(line.group(1))
                        + " IS '" + comment(line.group(3), newName, line.group(5), line.group(6)) + "'"));
    }

    private void requireFree(String name) {
        DatabaseNames.check(name);
        if (stored(name).isPresent()) {
            throw new DatabaseError(
                    "42P04", "psycopg2.errors.DuplicateDatabase", "snapshot \"" + name + "\" already exists");
        }
    }

    private Snapshot keep(String fresh, String database, String name) {
        String comment = comment(template.hash(), database, name, String.valueOf(clock.millis()));
        try {
            maintenance.rename(fresh, prefix() + stock.suffix(), Optional.of(comment));
        } catch (DatabaseError e) {
            stock.discard(fresh);
            throw e;
        }
        return find(name).orElseThrow();
    }

    private String comment(String schema, String database, String name, String millis) {
        return mark() + schema + ", of " + database + ", named " + name + ", at " + millis;
    }

    private String prefix() {
        return DatabaseNames.snapshotPrefix(template.version());
    }

    private String mark() {
        return "Sandoo snapshot, Odoo " + template.version() + ", schema ";
    }
}
