package dev.sandoo.server.query;

import dev.sandoo.server.sql.SqlFragment;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The functions that make one value of many. */
public enum AggregateSql {
    SUM("SUM(%s)"),
    AVG("AVG(%s)"),
    MAX("MAX(%s)"),
    MIN("MIN(%s)"),
    BOOL_AND("BOOL_AND(%s)"),
    BOOL_OR("BOOL_OR(%s)"),
    COUNT("COUNT(%s)"),
    COUNT_DISTINCT("COUNT(DISTINCT %s)"),
    /** All values, by the order of the records. */
    ARRAY_AGG("ARRAY_AGG(%s ORDER BY %s)"),
    ARRAY_AGG_DISTINCT("ARRAY_AGG(DISTINCT %s)"),
    /** Ids, as records within Odoo. */
    RECORDSET("ARRAY_AGG(%s ORDER BY %s)");

    private final String pattern;
    private final String wireName = name().toLowerCase(Locale.ROOT);

    AggregateSql(String pattern) {
        this.pattern = pattern;
    }

    /** The name that clients give it. */
    public String wireName() {
        return wireName;
    }

    /** What it answers for no values at all: 0, an empty list, or nothing. */
    public boolean isCount() {
        return this == COUNT || this == COUNT_DISTINCT;
    }

    /** Whether it answers a list. */
    public boolean isList() {
        return this == ARRAY_AGG || this == ARRAY_AGG_DISTINCT || this == RECORDSET;
    }

    /** The function of this name, if there is one. */
    public static Optional<AggregateSql> of(String wireName) {
        return Arrays.stream(values())
                .filter(function -> function.wireName.equals(wireName))
                .findFirst();
    }

    /** The function of the value, for records with this id. */
    SqlFragment of(SqlFragment value, SqlFragment id) {
        String[] parts = pattern.split("%s", -1);
        SqlFragment applied = SqlFragment.of(parts[0]).append(value).append(parts[1]);
        return parts.length == 3 ? applied.append(id).append(parts[2]) : applied;
    }
}
