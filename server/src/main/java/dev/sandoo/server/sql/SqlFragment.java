package dev.sandoo.server.sql;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * A piece of SQL and the values bound to its question marks. Immutable. Values are plain Java values ({@link Boolean},
 * {@link Integer}, {@link Long}, {@link Double}, {@link java.math.BigDecimal}, {@link String}, {@link java.time.LocalDate},
 * {@link java.time.LocalDateTime}, {@code byte[]}), {@link SqlArray}, {@link Json} or {@link SqlNull}. An operator that is
 * spelled with a question mark is written twice ({@code ??}), as JDBC asks.
 */
public record SqlFragment(String text, List<Object> parameters) {
    public static final SqlFragment EMPTY = new SqlFragment("", List.of());
    public static final SqlFragment TRUE = new SqlFragment("TRUE", List.of());
    public static final SqlFragment FALSE = new SqlFragment("FALSE", List.of());

    public SqlFragment {
        parameters = List.copyOf(parameters); // refuses null on purpose: NULL is syntax here, or a typed SqlNull
    }

    /** Text with its values, in the order of its question marks. */
    public static SqlFragment of(String text, Object... parameters) {
        return new SqlFragment(text, parameters.length == 0 ? List.of() : Arrays.asList(parameters));
    }

    /** A quoted identifier, such as a column of the registry. */
    public static SqlFragment identifier(String name) {
        return of(Identifiers.quote(name));
    }

    /** {@code "alias"."column"}. */
    public static SqlFragment column(String alias, String column) {
        return of(Identifiers.quote(alias) + "." + Identifiers.quote(column));
    }

    /** This fragment followed by the other, with nothing in between. */
    public SqlFragment append(SqlFragment other) {
        if (other.text.isEmpty()) {
            return this;
        }
        return new SqlFragment(text.concat(other.text), both(parameters, other.parameters));
    }

    /** Most pieces of a statement have no values, and a statement is put together of many. */
    private static List<Object> both(List<Object> first, List<Object> second) {
        if (second.isEmpty()) {
            return first;
        }
        if (first.isEmpty()) {
            return second;
        }
        List<Object> all = new ArrayList<>(first.size() + second.size());
        all.addAll(first);
        all.addAll(second);
        return all;
    }

    /** This fragment followed by text and its values. */
    public SqlFragment append(String moreText, Object... moreParameters) {
        return append(of(moreText, moreParameters));
    }

    /**
     * That this expression is one of the ids. A single id is compared as such: PostgreSQL plans a statement with an array
     * anew at each execution, for the sake of its length, which costs more than reading one record.
     */
    public SqlFragment isAmong(Collection<Integer> ids) {
        return ids.size() == 1 ? append(" = ?", ids.iterator().next()) : append(" = ANY(?)", SqlArray.ids(ids));
    }

    /** This fragment in parentheses. */
    public SqlFragment parenthesized() {
        return new SqlFragment("(" + text + ")", parameters);
    }

    /** All parts with the separator between them; empty for no parts. */
    public static SqlFragment join(String separator, List<SqlFragment> parts) {
        if (parts.size() == 1) {
            return parts.get(0);
        }
        StringBuilder text = new StringBuilder();
        List<Object> parameters = new ArrayList<>();
        for (SqlFragment part : parts) {
            if (!text.isEmpty()) {
                text.append(separator);
            }
            text.append(part.text);
            parameters.addAll(part.parameters);
        }
        return new SqlFragment(text.toString(), parameters);
    }
}
