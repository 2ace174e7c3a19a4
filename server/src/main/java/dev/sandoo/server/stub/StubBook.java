package dev.sandoo.server.stub;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.sandoo.schema.OdooVersion;
import dev.sandoo.server.db.Row;
import dev.sandoo.server.db.Transaction;
import dev.sandoo.server.document.Document;
import dev.sandoo.server.document.Node;
import dev.sandoo.server.domain.DomainParser;
import dev.sandoo.server.sql.SqlFragment;
import dev.sandoo.server.stub.Stubs.StoredStub;

/**
 * The stubs of each database, read anew when the counter that came with the caller has moved. A database that never had any
 * costs nothing. Thread-safe.
 */
public final class StubBook {
    private static final long MOST_DATABASES = 1_000;
    private static final SqlFragment READ = SqlFragment.of(
            "SELECT id, coalesce(name, 'stub-' || id), document FROM sandoo_stub ORDER BY load DESC, id");

    private final StubReader reader;
    private final Cache<Long, Page> pages =
            Caffeine.newBuilder().maximumSize(MOST_DATABASES).build();

    public StubBook(OdooVersion version) {
        this.reader = new StubReader(DomainParser.of(version));
    }

    private record Page(long counter, Stubs stubs) {}

    /** The stubs that hold in the transaction. */
    Stubs of(Transaction transaction) {
        long counter = transaction.counter("stub");
        if (counter == 0) {
            return Stubs.NONE;
        }
        long database = transaction.databaseId();
        Page page = pages.getIfPresent(database);
        if (page == null || page.counter() != counter) {
            page = new Page(counter, new Stubs(transaction.query(READ, this::read)));
            pages.put(database, page);
        }
        return page.stubs();
    }

    private StoredStub read(Row row) {
        Node node = Document.read(row.text(2), row.text(3));
        Stub stub = reader.read(node, row.text(2)).orElseThrow();
        return new StoredStub(row.integer(1), stub);
    }
}
