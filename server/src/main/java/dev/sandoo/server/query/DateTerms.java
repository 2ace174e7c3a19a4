package dev.sandoo.server.query;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.server.domain.Condition.Term;
import dev.sandoo.server.domain.Operator;
import dev.sandoo.server.query.Comparisons.Missing;
import dev.sandoo.server.sql.ColumnType;
import dev.sandoo.server.sql.SqlFragment;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Terms on dates and datetimes. A datetime is compared to the second: what is stored may have fractions that no client sees.
 * A day without a time is the caller's day. Source: recorded answers, 19.0, {@code date-*} and {@code datetime-*}.
 */
final class DateTerms implements FieldTerms {
    private final ColumnType type;
    private final ScalarTerms others = new ScalarTerms(ValueReader.CODE);

    /**
     * @param type DATE or TIMESTAMP
     */
    DateTerms(ColumnType type) {
        this.type = type;
    }

    @Override
    public SqlFragment compile(Term term, FieldDef field, Scope scope) {
        return switch (term.operator()) {
            case EQUALS, NOT_EQUALS, IN, NOT_IN -> members(term, field, scope);
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> inequality(term, field, scope);
            default -> others.compile(term, field, scope);
        };
    }

    private SqlFragment members(Term term, FieldDef field, Scope scope) {
        boolean isNone = term.value() == null && !isMembership(term.operator());
        Members members = isNone ? Members.of(new Term(term.path(), term.operator(), false)) : Members.of(term);
        Missing missing = Missing.EXCLUDED;
        List<Object> values = new ArrayList<>();
        for (Object wire : members.values()) {
            if (Boolean.FALSE.equals(wire)) {
                missing = Missing.INCLUDED;
            } else {
                values.add(value(wire, scope));
            }
        }
        SqlFragment column = scope.column(field);
        SqlFragment compared = type == ColumnType.DATE || values.isEmpty() ? column : toSecond(column);
        return members.negative()
                ? Comparisons.notIn(compared, type, values, missing)
                : in(column, compared, values, missing);
    }

    private static boolean isMembership(Operator operator) {
        return operator == Operator.IN || operator == Operator.NOT_IN;
    }

    private Object value(Object wire, Scope scope) {
        return type == ColumnType.DATE
                ? DateReader.date(wire, scope.context())
                : start(DateReader.datetime(wire, scope.context()), scope);
    }

    private static SqlFragment toSecond(SqlFragment column) {
        return SqlFragment.of("date_trunc('second', ").append(column).append(")");
    }

    /** One second is a range, which an index can find. */
    private SqlFragment in(SqlFragment column, SqlFragment compared, List<Object> values, Missing missing) {
        if (type == ColumnType.DATE || values.size() != 1 || missing == Missing.INCLUDED) {
            return Comparisons.in(compared, type, values, missing);
        }
        LocalDateTime second = (LocalDateTime) values.get(0);
        return column.append(" >= ? AND ", second)
                .append(column)
                .append(" < ?", second.plusSeconds(1))
                .parenthesized();
    }

    private SqlFragment inequality(Term term, FieldDef field, Scope scope) {
        if (term.value() == null || Boolean.FALSE.equals(term.value())) {
            return SqlFragment.FALSE;
        }
        SqlFragment column = scope.column(field);
        if (type == ColumnType.DATE) {
            LocalDate date = DateReader.date(term.value(), scope.context());
            return column.append(" " + term.operator().text() + " ?", date);
        }
        RelativeDate.Meaning meaning = DateReader.datetime(term.value(), scope.context());
        return switch (term.operator()) {
            case LESS, GREATER_OR_EQUAL -> column.append(" " + term.operator().text() + " ?", start(meaning, scope));
            case LESS_OR_EQUAL -> column.append(" < ?", next(meaning, scope));
            default -> column.append(" >= ?", next(meaning, scope));
        };
    }

    private static LocalDateTime start(RelativeDate.Meaning meaning, Scope scope) {
        return meaning.dateOnly()
                ? midnight(meaning.day(), scope)
                : meaning.utc().truncatedTo(ChronoUnit.SECONDS);
    }

    /** The first moment after the second, or the day, that is meant. */
    private static LocalDateTime next(RelativeDate.Meaning meaning, Scope scope) {
        return meaning.dateOnly()
                ? midnight(meaning.day().plusDays(1), scope)
                : start(meaning, scope).plusSeconds(1);
    }

    /** When the caller's day begins, in UTC. */
    private static LocalDateTime midnight(LocalDate day, Scope scope) {
        return LocalDateTime.ofInstant(
                day.atStartOfDay(RelativeDate.zone(scope.context())).toInstant(), ZoneOffset.UTC);
    }
}
