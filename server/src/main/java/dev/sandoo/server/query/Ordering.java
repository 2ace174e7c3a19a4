package dev.sandoo.server.query;

import dev.sandoo.server.sql.SqlFragment;
import java.util.List;

/**
 * A compiled order.
 *
 * @param terms what stands behind ORDER BY; never empty
 * @param joins the LEFT JOINs that the terms need, in order, each beginning with a blank
 */
public record Ordering(SqlFragment terms, List<SqlFragment> joins) {
    public Ordering {
        joins = List.copyOf(joins);
    }
}
