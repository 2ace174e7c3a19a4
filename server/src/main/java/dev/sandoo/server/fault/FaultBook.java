package dev.sandoo.server.fault;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.sandoo.server.db.Database;
import dev.sandoo.server.db.Databases;
import dev.sandoo.server.db.Row;
import dev.sandoo.server.db.Transaction;
import dev.sandoo.server.document.Document;
import dev.sandoo.server.sql.SqlFragment;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** The faults of each database as this process last saw them, and whether one strikes a call. Thread-safe. */
final class FaultBook {
    private static final long MOST_DATABASES = 1_000;

    private static final SqlFragment READ = SqlFragment.of("""
            SELECT id, coalesce(name, 'fault-' || id), document FROM sandoo_fault ORDER BY load DESC, id""");
    private static final String COUNT =
            "UPDATE sandoo_fault SET calls = calls + 1 WHERE id = ? RETURNING calls, struck";
    private static final String STRIKE = "UPDATE sandoo_fault SET struck = struck + 1 WHERE id = ?";

    private final Databases databases;
    private final Cache<String, Page> pages =
            Caffeine.newBuilder().maximumSize(MOST_DATABASES).build();

    FaultBook(Databases databases) {
        this.databases = Objects.requireNonNull(databases, "databases");
    }

    /**
     * The faults of a database.
     *
     * @param database the number that PostgreSQL gave it
     * @param counter as it stood when they were read
     */
    record Page(long database, long counter, List<StoredFault> faults) {
        /** What holds for a database that nobody has looked at: it never had any. */
        static final Page UNSEEN = new Page(-1, 0, List.of());

        Page {
            faults = List.copyOf(faults);
        }

        /** Whether it still holds in a transaction. */
        boolean isFresh(Transaction transaction) {
            long now = transaction.counter("fault");
            return now == counter && (now == 0 || transaction.databaseId() == database);
        }
    }

    /** @param id of its row */
    record StoredFault(int id, Fault fault) {}

    /** A fault that strikes, and the chance it has to go by. */
    record Strike(Fault fault, RandomGenerator random) {}

    /** What was last seen of a database; it may be stale. */
    Page lastSeen(String database) {
        Page page = pages.getIfPresent(database);
        return page == null ? Page.UNSEEN : page;
    }

    /** The fault that strikes a call, if one does; calls are counted, so that a second look is another call. */
    Optional<Strike> strike(String name, String model, String method) {
        Optional<Database> database = databases.open(name);
        if (database.isEmpty()) {
            pages.invalidate(name);
            return Optional.empty();
        }
        try (Transaction transaction = database.get().begin()) {
            // Calls at once queue for the counts instead of meeting there.
            transaction.execute("SET TRANSACTION ISOLATION LEVEL READ COMMITTED");
            Optional<Strike> strike = page(name, transaction).faults().stream()
                    .filter(stored -> stored.fault().isFor(model, method))
                    .flatMap(stored -> strike(transaction, stored).stream())
                    .findFirst();
            transaction.commit();
            return strike;
        }
    }

    private Page page(String name, Transaction transaction) {
        Page page = lastSeen(name);
        if (page.isFresh(transaction)) {
            return page;
        }
        long counter = transaction.counter("fault");
        Page read = new Page(transaction.databaseId(), counter, transaction.query(READ, FaultBook::read));
        pages.put(name, read);
        return read;
    }

    private static StoredFault read(Row row) {
        Fault fault =
                Fault.read(Document.read(row.text(2), row.text(3)), row.text(2)).orElseThrow();
        return new StoredFault(row.integer(1), fault);
    }

    private record Count(long calls, long struck) {}

    private static Optional<Strike> strike(Transaction transaction, StoredFault stored) {
        Optional<Count> count = transaction.queryFirst(
                SqlFragment.of(COUNT, stored.id()), row -> new Count(row.longOrNull(1), row.longOrNull(2)));
        if (count.isEmpty()) {
            return Optional.empty(); // gone since the page was read
        }
        Schedule schedule = stored.fault().schedule();
        RandomGenerator random = schedule.random(count.get().calls());
        if (!schedule.strikes(count.get().calls(), count.get().struck(), random)) {
            return Optional.empty();
        }
        transaction.update(SqlFragment.of(STRIKE, stored.id()));
        return Optional.of(new Strike(stored.fault(), random));
    }
}
