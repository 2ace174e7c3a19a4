package dev.sandoo.server.orm;

import dev.sandoo.server.query.GroupColumn;
import java.util.List;

/**
 * What a grouping statement answered: groups as the database has them.
 *
 * @param keys what was grouped by, in order
 * @param rows for each group its values, those of the keys and then those of the aggregates; null for missing
 */
record GroupedRows(List<GroupColumn> keys, List<Row> rows) {
    /** One group: a value for each key and for each aggregate. */
    record Row(List<Object> keys, List<Object> aggregates) {}
}
