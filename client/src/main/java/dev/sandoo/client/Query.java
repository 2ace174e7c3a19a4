package dev.sandoo.client;

import java.util.List;
import java.util.Objects;

/**
 * What to search: a condition, the fields wanted, an order, a range. Immutable; each method returns a changed copy.
 *
 * @param fields the fields to read; none means all, which may be slow
 * @param order such as {@code "name desc, id"}
 * @param limit how many records at most; 0 means no limit
 * @param pageSize how many records {@link OdooClient#searchRead} fetches at a time
 */
public record Query(Domain domain, List<String> fields, String order, int offset, int limit, int pageSize) {
    private static final int DEFAULT_PAGE_SIZE = 500;

    /** By id, so that pages fetched one after another neither overlap nor leave gaps. */
    private static final String DEFAULT_ORDER = "id";

    public Query {
        Objects.requireNonNull(domain, "domain");
        fields = List.copyOf(fields);
        Objects.requireNonNull(order, "order");
        if (offset < 0 || limit < 0 || pageSize < 1) {
            throw new IllegalArgumentException("offset " + offset + ", limit " + limit + ", page size " + pageSize);
        }
    }

    /** All records that match, by id. */
    public static Query where(Domain domain) {
        return new Query(domain, List.of(), DEFAULT_ORDER, 0, 0, DEFAULT_PAGE_SIZE);
    }

    /** All records, by id. */
    public static Query all() {
        return where(Domain.all());
    }

    public Query select(String... names) {
        return new Query(domain, List.of(names), order, offset, limit, pageSize);
    }

    public Query orderBy(String newOrder) {
        return new Query(domain, fields, newOrder, offset, limit, pageSize);
    }

    public Query offset(int newOffset) {
        return new Query(domain, fields, order, newOffset, limit, pageSize);
    }

    public Query limit(int newLimit) {
        return new Query(domain, fields, order, offset, newLimit, pageSize);
    }

    public Query pageSize(int newPageSize) {
        return new Query(domain, fields, order, offset, limit, newPageSize);
    }
}
