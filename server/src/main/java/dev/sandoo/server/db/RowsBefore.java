package dev.sandoo.server.db;

import dev.sandoo.server.sql.SqlFragment;
import java.util.Collection;
import java.util.List;

/** How an UPDATE tells what its rows held before. Source: PostgreSQL's manual, UPDATE. */
public enum RowsBefore {
    /** PostgreSQL hands out the row that it replaces: from 18 on. */
    RETURNED {
        @Override
        public SqlFragment telling(
                SqlFragment update, String table, Collection<Integer> ids, List<SqlFragment> returned) {
            return update.append(" WHERE ")
                    .append(SqlFragment.column(table, "id").isAmong(ids))
                    .append(" RETURNING WITH (OLD AS " + ALIAS + ") ")
                    .append(SqlFragment.join(", ", returned));
        }
    },

    /** The row is read a second time. */
    JOINED {
        @Override
        public SqlFragment telling(
                SqlFragment update, String table, Collection<Integer> ids, List<SqlFragment> returned) {
            return update.append(" FROM (SELECT * FROM ")
                    .append(SqlFragment.identifier(table))
                    .append(" WHERE ")
                    .append(SqlFragment.of("id").isAmong(ids))
                    .append(") AS " + ALIAS + " WHERE ")
                    .append(SqlFragment.column(table, "id"))
                    .append(" = " + ALIAS + ".id RETURNING ")
                    .append(SqlFragment.join(", ", returned));
        }
    };

    /** What the rows are called as they were. */
    public static final String ALIAS = "before";

    private static final int FIRST_TO_RETURN = 18;

    /** What a server of this major version knows. */
    static RowsBefore of(int major) {
        return major >= FIRST_TO_RETURN ? RETURNED : JOINED;
    }

    /**
     * An update of these records that answers expressions over their rows.
     *
     * @param update the statement up to its assignments
     * @param returned expressions over {@link #ALIAS}, the rows before, and over the table, the rows after
     */
    public abstract SqlFragment telling(
            SqlFragment update, String table, Collection<Integer> ids, List<SqlFragment> returned);
}
