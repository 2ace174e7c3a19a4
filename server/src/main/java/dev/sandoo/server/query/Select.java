package dev.sandoo.server.query;

import dev.sandoo.server.sql.SqlFragment;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A SELECT in its parts, so that a reader can put its own columns and joins into the statement that finds the records.
 *
 * @param from what stands behind FROM: the table and its alias
 * @param alias the alias of the table
 * @param joins each beginning with a blank
 * @param order what stands behind ORDER BY; empty for none
 * @param limit what stands behind LIMIT; empty for none
 * @param offset what stands behind OFFSET; empty for none
 */
public record Select(
        SqlFragment from,
        String alias,
        List<SqlFragment> joins,
        SqlFragment where,
        SqlFragment order,
        SqlFragment limit,
        SqlFragment offset) {
    public Select {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(alias, "alias");
        joins = List.copyOf(joins);
    }

    /** Whether it is known without asking the database that there are no such records. */
    public boolean findsNothing() {
        return where.equals(SqlFragment.FALSE);
    }

    /** The statement that answers ids. */
    public SqlFragment ids() {
        return columns(List.of(SqlFragment.column(alias, "id")));
    }

    /** The statement that answers these columns, at least one. */
    public SqlFragment columns(List<SqlFragment> columns) {
        return SqlFragment.of("SELECT ")
                .append(SqlFragment.join(", ", columns))
                .append(rows(joins))
                .append(clause(" ORDER BY ", order))
                .append(clause(" LIMIT ", limit))
                .append(clause(" OFFSET ", offset));
    }

    /**
     * The statement that answers these columns, at least one, for each group of rows.
     *
     * @param groups what stands behind GROUP BY; empty for one group of all rows
     * @param having what stands behind HAVING; empty for all groups
     */
    public SqlFragment grouped(List<SqlFragment> columns, SqlFragment groups, SqlFragment having) {
        return SqlFragment.of("SELECT ")
                .append(SqlFragment.join(", ", columns))
                .append(rows(joins))
                .append(clause(" GROUP BY ", groups))
                .append(clause(" HAVING ", having))
                .append(clause(" ORDER BY ", order))
                .append(clause(" LIMIT ", limit))
                .append(clause(" OFFSET ", offset));
    }

    /** The statement that answers how many there are, counting no further than the limit. */
    public SqlFragment count() {
        if (limit.text().isEmpty()) {
            return SqlFragment.of("SELECT count(*)").append(rows(List.of()));
        }
        return SqlFragment.of("SELECT count(*) FROM (SELECT 1")
                .append(rows(List.of()))
                .append(clause(" LIMIT ", limit))
                .append(") counted");
    }

    /** The same with a join more. */
    public Select withJoin(SqlFragment join) {
        List<SqlFragment> more = new ArrayList<>(joins);
        more.add(join);
        return new Select(from, alias, more, where, order, limit, offset);
    }

    /** The same with a condition more. */
    public Select within(SqlFragment condition) {
        SqlFragment both = where.equals(SqlFragment.TRUE) || where.text().isEmpty()
                ? condition
                : where.append(" AND ").append(condition);
        return new Select(from, alias, joins, both, order, limit, offset);
    }

    private SqlFragment rows(List<SqlFragment> needed) {
        SqlFragment condition = where.equals(SqlFragment.TRUE) ? SqlFragment.EMPTY : where;
        return SqlFragment.of(" FROM ")
                .append(from)
                .append(SqlFragment.join("", needed))
                .append(clause(" WHERE ", condition));
    }

    private static SqlFragment clause(String keyword, SqlFragment content) {
        return content.text().isEmpty()
                ? SqlFragment.EMPTY
                : SqlFragment.of(keyword).append(content);
    }
}
