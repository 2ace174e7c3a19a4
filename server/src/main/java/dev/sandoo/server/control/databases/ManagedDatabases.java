package dev.sandoo.server.control.databases;

import dev.sandoo.server.control.ControlException;
import dev.sandoo.server.control.ProblemKind;
import dev.sandoo.server.db.Databases;
import dev.sandoo.server.db.Snapshot;
import dev.sandoo.server.db.Snapshots;
import dev.sandoo.server.document.Nearest;
import dev.sandoo.server.rpc.Backups;
import dev.sandoo.server.rpc.KnownDatabases;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/** The databases as the control interface has them: made, put back, kept and dropped without a password. Thread-safe. */
public final class ManagedDatabases {
    private final Databases databases;
    private final KnownDatabases known;
    private final Backups backups;
    private final Optional<String> standard;
    private final List<Consumer<String>> resetListeners;

    /**
     * Databases with what happens beside them.
     *
     * @param standard the snapshot that new databases are made from while it is there
     * @param resetListeners are told the name of each database that was put back, made or dropped
     */
    public ManagedDatabases(
            Databases databases,
            KnownDatabases known,
            Backups backups,
            Optional<String> standard,
            List<Consumer<String>> resetListeners) {
        this.databases = Objects.requireNonNull(databases, "databases");
        this.known = Objects.requireNonNull(known, "known");
        this.backups = Objects.requireNonNull(backups, "backups");
        this.standard = Objects.requireNonNull(standard, "standard");
        this.resetListeners = List.copyOf(resetListeners);
    }

    List<String> names() {
        return databases.list();
    }

    /** Makes a database, as a snapshot has it or fresh. */
    void create(String name, Optional<String> snapshot) {
        snapshot.ifPresent(this::requireSnapshot);
        snapshot.or(() -> standard.filter(known -> snapshots().find(known).isPresent()))
                .ifPresentOrElse(source -> databases.create(name, source), () -> databases.create(name));
        changed(name);
    }

    void drop(String name) {
        require(name);
        databases.drop(name);
        changed(name);
    }

    /** Puts a database back to a snapshot, or to what it was made from. */
    void reset(String name, Optional<String> snapshot) {
        require(name);
        snapshot.ifPresent(this::requireSnapshot);
        databases.reset(name, snapshot);
        resetListeners.forEach(listener -> listener.accept(name));
    }

    /** The snapshots that were taken of a database. */
    List<SnapshotInfo> snapshots(String database) {
        require(database);
        return snapshots().list().stream()
                .filter(snapshot -> snapshot.database().equals(database))
                .map(this::described)
                .toList();
    }

    SnapshotInfo take(String database, String name) {
        require(database);
        return described(snapshots().take(database, name));
    }

    void delete(String database, String name) {
        requireOf(database, name);
        snapshots().delete(name);
    }

    /** A snapshot as a file. */
    byte[] export(String database, String name) {
        requireOf(database, name);
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        return snapshots()
                .read(name, kept -> {
                    backups.write(kept, zip);
                    return zip.toByteArray();
                })
                .orElseThrow(() -> unknownSnapshot(name));
    }

    /** Makes a snapshot of such a file. */
    SnapshotInfo importSnapshot(String database, String name, byte[] zip) {
        require(database);
        backups.check(zip);
        return described(snapshots().take(database, name, empty -> backups.read(zip, empty)));
    }

    private SnapshotInfo described(Snapshot snapshot) {
        return SnapshotInfo.of(snapshot, snapshots().bytes(snapshot.name()));
    }

    private Snapshots snapshots() {
        return databases.snapshots();
    }

    private void changed(String name) {
        known.changed();
        resetListeners.forEach(listener -> listener.accept(name));
    }

    private void require(String name) {
        if (databases.open(name).isEmpty()) {
            throw ControlException.unknownDatabase(name, databases.list());
        }
    }

    private void requireSnapshot(String name) {
        if (snapshots().find(name).isEmpty()) {
            throw unknownSnapshot(name);
        }
    }

    private void requireOf(String database, String name) {
        if (snapshots()
                .find(name)
                .filter(snapshot -> snapshot.database().equals(database))
                .isEmpty()) {
            throw unknownSnapshot(name);
        }
    }

    private ControlException unknownSnapshot(String name) {
        List<String> taken = snapshots().list().stream().map(Snapshot::name).toList();
        return new ControlException(
                ProblemKind.UNKNOWN_SNAPSHOT, "there is no snapshot " + name + Nearest.hint(name, taken));
    }
}
