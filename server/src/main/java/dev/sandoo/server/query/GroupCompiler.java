package dev.sandoo.server.query;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.FieldType;
import dev.sandoo.schema.ModelDef;
import dev.sandoo.server.error.PythonError;
import dev.sandoo.server.error.PythonRepr;
import dev.sandoo.server.query.GroupFields.Place;
import dev.sandoo.server.query.Scope.Rights;
import dev.sandoo.server.sql.Identifiers;
import dev.sandoo.server.sql.SqlFragment;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Puts together the statement that groups records: first what to group by and to aggregate, then the order, then
 * {@link #statement}. Groups and order stand in SQL as numbers of result columns, since PostgreSQL does not see that two
 * expressions with bound values are the same. Made for one statement; not thread-safe.
 */
public final class GroupCompiler {
    /** The aggregate that counts records. */
    public static final String COUNT = "__count";

    private static final String OF_CURRENCIES = "sum_currency";

    private final ModelDef model;
    private final Scope start;
    private final DayOfWeek weekStart;
    private final Joins joins = new Joins();
    private final GroupFields fields = new GroupFields(joins);
    private final Map<String, GroupFields.Value> groups = new HashMap<>();
    private final Map<String, Integer> ordinals = new LinkedHashMap<>();
    private final List<SqlFragment> columns = new ArrayList<>();
    private final Set<Integer> keys = new LinkedHashSet<>();
    private final Map<Integer, String> order = new LinkedHashMap<>();

    /** @param weekStart the day that weeks begin with */
    public GroupCompiler(QueryContext context, ModelDef model, DayOfWeek weekStart) {
        this.model = model;
        this.start = new Scope(context, new Aliases(), model, model.table(), Rights.CALLER, false);
        this.weekStart = weekStart;
    }

    /**
     * Groups by a field.
     *
     * @throws PythonError when there is no such field, it has no value in SQL, or its granularity makes no sense
     */
    public GroupColumn group(GroupSpec spec) {
        Place place = fields.resolve(spec, start);
        FieldDef field = place.field();
        boolean dated = isDate(field);
        if (spec.function().isPresent() && !dated) {
            throw PythonError.valueError(
                    "Granularity set on a no-datetime field or property: " + PythonRepr.of(spec.text()));
        }
        if (dated && spec.function().isEmpty()) {
            throw PythonError.valueError("Granularity not set on a date(time) field: "
                    + PythonRepr.of(spec.path().get(spec.path().size() - 1)));
        }
        GroupFields.Value value = fields.grouped(place);
        Optional<DateSpan> span = spec.function().flatMap(DateSpan::of);
        SqlFragment sql = spec.function()
                .map(granularity -> dated(granularity, span, value.place()))
                .orElse(value.sql());
        int ordinal = ordinals.computeIfAbsent(spec.text(), text -> select(sql));
        keys.add(ordinal);
        groups.putIfAbsent(spec.text(), value);
        return new GroupColumn(spec, place.scope().model(), field, span, ordinal);
    }

    private static boolean isDate(FieldDef field) {
        return field.type() == FieldType.DATE || field.type() == FieldType.DATETIME;
    }

    private int select(SqlFragment sql) {
        columns.add(sql);
        return columns.size();
    }

    private SqlFragment dated(String granularity, Optional<DateSpan> span, Place place) {
        if (span.isPresent()) {
            return truncated(span.get(), place);
        }
        if (!DatePartTerms.isPart(granularity)) {
            throw PythonError.valueError("Granularity specification isn't correct: " + PythonRepr.of(granularity));
        }
        return DatePartTerms.expression(place.field(), granularity, place.scope());
    }

    private SqlFragment truncated(DateSpan span, Place place) {
        SqlFragment local = DatePartTerms.local(place.field(), place.scope());
        boolean date = place.field().type() == FieldType.DATE;
        SqlFragment moment = date ? local.append("::timestamp") : local;
        int shift = span == DateSpan.WEEK ? (8 - weekStart.getValue()) % 7 : 0;
        SqlFragment begun = SqlFragment.of("date_trunc('" + span.wireName() + "', ")
                .append(shift == 0 ? moment : moment.append(" + INTERVAL '" + shift + " DAY'"))
                .append(")");
        SqlFragment shifted = shift == 0 ? begun : begun.append(" - INTERVAL '" + shift + " DAY'");
        return date ? shifted.parenthesized().append("::date") : shifted;
    }

    /**
     * Aggregates a field, or counts records ({@link #COUNT}).
     *
     * @return the result column, from 1
     * @throws PythonError when there is no such field or function, or the field has no value in SQL
     */
    public int aggregate(String text) {
        Integer known = ordinals.get(text);
        if (known != null && !keys.contains(known)) {
            return known;
        }
        int ordinal = select(aggregateSql(text));
        ordinals.putIfAbsent(text, ordinal);
        return ordinal;
    }

    /** The same as an expression, for conditions on groups. */
    public SqlFragment aggregateSql(String text) {
        return text.equals(COUNT) ? SqlFragment.of("COUNT(*)") : aggregateSql(GroupSpec.parse(text));
    }

    private SqlFragment aggregateSql(GroupSpec spec) {
        if (spec.path().size() > 1) {
            throw PythonError.valueError(
                    "Invalid " + PythonRepr.of(spec.text()) + ", this dot notation is not supported");
        }
        FieldDef field = model.fields().get(spec.field());
        if (field == null) {
            throw GroupFields.unknown(spec.field(), model, " for " + PythonRepr.of(spec.text()) + ".");
        }
        String function = spec.function()
                .orElseThrow(() ->
                        PythonError.valueError("Aggregate method is mandatory for " + PythonRepr.of(spec.text())));
        AggregateSql aggregate = AggregateSql.of(function).orElseThrow(() -> unknownAggregate(function, spec, field));
        start.check(field);
        return aggregate.of(fields.value(new Place(start, field)).sql(), start.id());
    }

    private static PythonError unknownAggregate(String function, GroupSpec spec, FieldDef field) {
        return function.equals(OF_CURRENCIES) && field.type() != FieldType.MONETARY
                ? PythonError.valueError("Aggregator \"" + function + "\" only works on currency field for "
                        + PythonRepr.of(field.name()))
                : PythonError.valueError("Invalid aggregate method " + PythonRepr.of(function) + " for "
                        + PythonRepr.of(spec.text()) + ".");
    }

    /**
     * Orders the groups by one of them or by an aggregate.
     *
     * @throws PythonError when it is neither
     */
    public void order(GroupOrder part) {
        GroupFields.Value group = groups.get(part.term());
        String suffix = part.orderTerm().suffix();
        if (group == null) {
            order.putIfAbsent(orderedAggregate(part.term()), suffix);
        } else if (group.place().field().type() == FieldType.MANY2ONE) {
            List<OrderBuilder.Sorted> sorted = fields.order(group, part.orderTerm());
            Set<SqlFragment> expressions =
                    sorted.stream().map(OrderBuilder.Sorted::expression).collect(Collectors.toSet());
            sorted.forEach(each -> orderBy(each, expressions));
        } else {
            order.putIfAbsent(ordinals.get(part.term()), suffix);
        }
    }

    private int orderedAggregate(String term) {
        try {
            return aggregate(term);
        } catch (PythonError wrong) {
            throw PythonError.valueError(
                    "Order term " + PythonRepr.of(term) + " is not a valid aggregate nor valid groupby");
        }
    }

    /**
     * An order that is not itself a group tells no groups apart: it depends on one that is. PostgreSQL knows so of the
     * other columns of a row whose primary key is a group, and has fewer texts to compare.
     */
    private void orderBy(OrderBuilder.Sorted sorted, Set<SqlFragment> expressions) {
        int known = columns.indexOf(sorted.expression()) + 1;
        int ordinal = known > 0 ? known : select(sorted.expression());
        boolean follows = sorted.key()
                .filter(key -> expressions.contains(key) && !key.equals(sorted.expression()))
                .isPresent();
        if (!follows) {
            keys.add(ordinal);
        }
        order.putIfAbsent(ordinal, sorted.suffix());
    }

    /**
     * The statement.
     *
     * @param where the compiled condition on the model's table, whose alias is its name
     * @param having the condition on the groups; empty for none
     * @param page limit and offset, as they came over the wire
     */
    public SqlFragment statement(SqlFragment where, SqlFragment having, Page page) {
        keys.forEach(key -> order.putIfAbsent(key, ""));
        return new Select(
                        SqlFragment.of(Identifiers.quote(model.table())),
                        model.table(),
                        joins.all(),
                        where,
                        ordering(),
                        Window.BOUND.rows("LIMIT", page.limit()),
                        Window.BOUND.rows("OFFSET", page.offset()))
                .grouped(columns, grouping(), having);
    }

    private SqlFragment grouping() {
        return SqlFragment.join(
                ", ", keys.stream().map(key -> SqlFragment.of(key.toString())).toList());
    }

    private SqlFragment ordering() {
        List<SqlFragment> terms = new ArrayList<>();
        order.forEach((ordinal, suffix) -> terms.add(SqlFragment.of(ordinal + suffix)));
        return SqlFragment.join(", ", terms);
    }
}
