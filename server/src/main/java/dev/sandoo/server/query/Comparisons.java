package dev.sandoo.server.query;

import dev.sandoo.server.sql.ColumnType;
import dev.sandoo.server.sql.SqlArray;
import dev.sandoo.server.sql.SqlFragment;
import java.util.ArrayList;
import java.util.List;

/** The shapes that comparisons take in SQL. Sets are bound as one array, so that a statement reads alike for any number of values. */
final class Comparisons {
    private static final String EXISTS = "EXISTS (";
    private static final String NOT_EXISTS = "NOT " + EXISTS;

    private Comparisons() {}

    /** {@code column} is among what the subquery finds. */
    static SqlFragment member(SqlFragment column, SqlFragment subquery) {
        return subquery.equals(SqlFragment.FALSE)
                ? SqlFragment.FALSE
                : column.append(" IN ").append(subquery.parenthesized());
    }

    /** Whether a set has a missing value among its members. */
    enum Missing {
        INCLUDED,
        EXCLUDED
    }

    /** {@code column} is one of the values, or missing where that is included. */
    static SqlFragment in(SqlFragment column, ColumnType type, List<?> values, Missing missing) {
        SqlFragment isMissing = column.append(" IS NULL");
        if (values.isEmpty()) {
            return missing == Missing.INCLUDED ? isMissing : SqlFragment.FALSE;
        }
        SqlFragment member = values.size() == 1
                ? column.append(" = ?", values.get(0))
                : column.append(" = ANY(?)", array(type, values));
        return missing == Missing.INCLUDED ? or(List.of(member, isMissing)) : member;
    }

    /** The opposite of {@link #in}: what is missing differs from every value. */
    static SqlFragment notIn(SqlFragment column, ColumnType type, List<?> values, Missing missing) {
        SqlFragment isPresent = column.append(" IS NOT NULL");
        if (values.isEmpty()) {
            return missing == Missing.INCLUDED ? isPresent : SqlFragment.TRUE;
        }
        SqlFragment other = values.size() == 1
                ? column.append(" <> ?", values.get(0))
                : column.append(" <> ALL(?)", array(type, values));
        return missing == Missing.INCLUDED ? other : or(List.of(other, column.append(" IS NULL")));
    }

    static SqlFragment and(List<SqlFragment> parts) {
        return join(parts, SqlFragment.TRUE, SqlFragment.FALSE, " AND ");
    }

    static SqlFragment or(List<SqlFragment> parts) {
        return join(parts, SqlFragment.FALSE, SqlFragment.TRUE, " OR ");
    }

    /** Holds exactly where the part does not, NULL counting as not. */
    static SqlFragment not(SqlFragment part) {
        if (part.equals(SqlFragment.TRUE)) {
            return SqlFragment.FALSE;
        }
        if (part.equals(SqlFragment.FALSE)) {
            return SqlFragment.TRUE;
        }
        // EXISTS is never NULL, and only NOT EXISTS becomes an anti-join. Whatever is joined stands in parentheses, so
        // a
        // part that begins with the word is nothing else.
        if (part.text().startsWith(EXISTS)) {
            return SqlFragment.of("NOT ").append(part);
        }
        if (part.text().startsWith(NOT_EXISTS)) {
            return new SqlFragment(part.text().substring("NOT ".length()), part.parameters());
        }
        return part.parenthesized().append(" IS NOT TRUE");
    }

    /** There are rows of these tables that fit. */
    static SqlFragment exists(SqlFragment from, SqlFragment where) {
        return SqlFragment.of(EXISTS)
                .append("SELECT FROM ")
                .append(from)
                .append(" WHERE ")
                .append(where)
                .append(")");
    }

    static SqlArray array(ColumnType type, List<?> values) {
        String elements = type == ColumnType.VARCHAR ? ColumnType.TEXT.sqlName() : type.sqlName();
        return new SqlArray(elements, values.toArray());
    }

    private static SqlFragment join(List<SqlFragment> parts, SqlFragment neutral, SqlFragment decisive, String word) {
        List<SqlFragment> kept = new ArrayList<>(parts.size());
        for (SqlFragment part : parts) {
            if (part.equals(decisive)) {
                return decisive;
            }
            if (!part.equals(neutral)) {
                kept.add(part);
            }
        }
        if (kept.isEmpty()) {
            return neutral;
        }
        return kept.size() == 1 ? kept.get(0) : SqlFragment.join(word, kept).parenthesized();
    }
}
