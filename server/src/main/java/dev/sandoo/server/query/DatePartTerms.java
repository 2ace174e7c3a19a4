package dev.sandoo.server.query;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.FieldType;
import dev.sandoo.server.domain.Condition.Term;
import dev.sandoo.server.domain.Operator;
import dev.sandoo.server.domain.Truth;
import dev.sandoo.server.error.PythonError;
import dev.sandoo.server.query.Comparisons.Missing;
import dev.sandoo.server.sql.ColumnType;
import dev.sandoo.server.sql.SqlFragment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Terms on a number that is part of a date, such as {@code date.month_number}. Source: recorded answers, 19.0, {@code date-parts}. */
final class DatePartTerms {
    /** The parts, in the order in which Odoo lists them, and what PostgreSQL's {@code date_part} calls them. */
    private static final Map<String, String> PARTS = parts();

    private DatePartTerms() {}

    private static Map<String, String> parts() {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("year_number", "year");
        parts.put("quarter_number", "quarter");
        parts.put("month_number", "month");
        parts.put("iso_week_number", "week");
        parts.put("day_of_year", "doy");
        parts.put("day_of_month", "day");
        parts.put("day_of_week", "dow");
        parts.put("hour_number", "hour");
        parts.put("minute_number", "minute");
        parts.put("second_number", "second");
        return parts;
    }

    static SqlFragment compile(FieldDef field, String part, Term term, Scope scope) {
        if (!field.hasColumn()) {
            throw TermErrors.notStored(scope, field.name());
        }
        SqlFragment number = expression(field, part, scope);
        return switch (term.operator().canonical()) {
            case EQUALS, NOT_EQUALS, IN, NOT_IN -> members(Members.of(canonical(term)), number);
            case EQUALS_IF_SET ->
                Truth.of(term.value())
                        ? members(Members.of(new Term(term.path(), Operator.EQUALS, term.value())), number)
                        : SqlFragment.TRUE;
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> inequality(term, number);
            case CHILD_OF, PARENT_OF -> throw TermErrors.notHierarchical(term, scope);
            case ANY, NOT_ANY, ANY_SUDO, NOT_ANY_SUDO -> throw TermErrors.notRelational(SubDomains.parsed(term, scope));
            default -> PatternTerms.compile(term, number.append("::text"));
        };
    }

    private static Term canonical(Term term) {
        return new Term(term.path(), term.operator().canonical(), term.value());
    }

    /** The part as a number, on the caller's clock. */
    static SqlFragment expression(FieldDef field, String part, Scope scope) {
        String name = PARTS.get(part);
        if (name == null) {
            throw PythonError.valueError("Error when processing the granularity " + part + " is not supported. Only "
                    + String.join(", ", PARTS.keySet()) + " are supported");
        }
        return SqlFragment.of("date_part('" + name + "', ")
                .append(local(field, scope))
                .append(")");
    }

    /** Whether the name stands for a part. */
    static boolean isPart(String name) {
        return PARTS.containsKey(name);
    }

    /** The field's value as the caller's clock shows it. */
    static SqlFragment local(FieldDef field, Scope scope) {
        SqlFragment column = scope.column(field);
        String zone = RelativeDate.zone(scope.context()).getId();
        return field.type() == FieldType.DATE || zone.equals("Z") || zone.equals("UTC")
                ? column
                : SqlFragment.of("timezone(?, timezone('UTC', ", zone)
                        .append(column)
                        .append("))");
    }

    private static SqlFragment members(Members members, SqlFragment number) {
        Missing missing = Missing.EXCLUDED;
        List<Object> values = new ArrayList<>();
        for (Object wire : members.values()) {
            if (wire == null || Boolean.FALSE.equals(wire)) {
                missing = Missing.INCLUDED;
            } else {
                values.add(value(wire));
            }
        }
        return members.negative()
                ? Comparisons.notIn(number, ColumnType.FLOAT8, values, missing)
                : Comparisons.in(number, ColumnType.FLOAT8, values, missing);
    }

    private static SqlFragment inequality(Term term, SqlFragment number) {
        if (term.value() == null || Boolean.FALSE.equals(term.value())) {
            return SqlFragment.FALSE;
        }
        return number.append(" " + term.operator().text() + " ?", value(term.value()));
    }

    private static double value(Object wire) {
        if (wire instanceof Number number) {
            return number.doubleValue();
        }
        try {
            return Double.parseDouble(String.valueOf(wire));
        } catch (NumberFormatException wrong) {
            throw DatabaseRefusal.invalidText("double precision", String.valueOf(wire));
        }
    }
}
