package dev.sandoo.client;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The records of a query, a page at a time, each fetched when its first record is asked for. Serves one thread. */
final class Pages implements Iterator<OdooRecord> {
    private final Query query;
    private final Fetch fetch;
    private Iterator<OdooRecord> page = List.<OdooRecord>of().iterator();
    private int fetched;
    private boolean atEnd;

    /** Fetches one page. */
    @FunctionalInterface
    interface Fetch {
        List<OdooRecord> page(int offset, int limit);
    }

    private Pages(Query query, Fetch fetch) {
        this.query = query;
        this.fetch = fetch;
    }

    static Stream<OdooRecord> stream(Query query, Fetch fetch) {
        int traits = Spliterator.ORDERED | Spliterator.NONNULL;
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(new Pages(query, fetch), traits), false);
    }

    @Override
    public boolean hasNext() {
        if (!page.hasNext() && !atEnd) {
            fetchPage();
        }
        return page.hasNext();
    }

    @Override
    public OdooRecord next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return page.next();
    }

    private void fetchPage() {
        int wanted = query.limit() == 0 ? query.pageSize() : Math.min(query.pageSize(), query.limit() - fetched);
        List<OdooRecord> records = fetch.page(query.offset() + fetched, wanted);
        fetched += records.size();
        // A short page is the last one; asking for another would be a call for nothing.
        atEnd = records.size() < wanted || fetched == query.limit();
        page = records.iterator();
    }
}
