package dev.sandoo.server.query;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.FieldType;
import dev.sandoo.schema.ModelDef;
import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.error.PythonError;
import dev.sandoo.server.error.PythonRepr;
import dev.sandoo.server.sql.Identifiers;
import dev.sandoo.server.sql.SqlFragment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the SQL value of fields that are grouped by or aggregated, joining what leads to them. Not thread-safe. */
final class GroupFields {
    private final Joins joins;
    private final Map<String, Scope> links = new HashMap<>();

    GroupFields(Joins joins) {
        this.joins = joins;
    }

    /** A field in the table where its value is. */
    record Place(Scope scope, FieldDef field) {}

    /** The value of a field, where {@code field} is the one that was asked for, and {@code place} where it leads. */
    record Value(SqlFragment sql, Place place) {}

    /** The field at the end of a path of many2ones. */
    Place resolve(GroupSpec spec, Scope start) {
        Scope scope = start;
        for (int i = 0; i < spec.path().size() - 1; i++) {
            FieldDef field = field(spec.path().get(i), scope);
            if (field.type() != FieldType.MANY2ONE) {
                throw PythonError.valueError(
                        "Only many2one path is accepted for the " + PythonRepr.of(spec.text()) + " groupby spec");
            }
            Place place = stored(new Place(scope, field));
            scope = joins.to(place.field(), place.scope());
            // Joined tables are nobody's in particular; the field on them was named by the caller all the same.
            FieldDef next = scope.model().fields().get(spec.path().get(i + 1));
            if (start.rights() == Scope.Rights.CALLER && next != null) {
                start.context().checkJoinedField(scope.model(), next);
            }
        }
        return new Place(scope, field(spec.path().get(spec.path().size() - 1), scope));
    }

    private static FieldDef field(String name, Scope scope) {
        FieldDef field = scope.model().fields().get(name);
        if (field == null) {
            throw unknown(name, scope.model(), "");
        }
        scope.check(field);
        return field;
    }

    static PythonError unknown(String name, ModelDef model, String where) {
        return PythonError.valueError(
                "Invalid field " + PythonRepr.of(name) + " on model " + PythonRepr.of(model.name()) + where);
    }

    /** The value that groups are told apart by. */
    Value grouped(Place place) {
        if (place.field().type() == FieldType.MANY2MANY && place.field().stored()) {
            return new Value(SqlFragment.column(link(place).alias(), RelationSql.otherColumn(place.field())), place);
        }
        Value value = groupedValue(place);
        return place.field().type() == FieldType.BOOLEAN
                ? new Value(SqlFragment.of("COALESCE(").append(value.sql()).append(", FALSE)"), value.place())
                : value;
    }

    private Value groupedValue(Place place) {
        try {
            return value(place);
        } catch (PythonError noValue) {
            boolean many = place.field().type() == FieldType.MANY2MANY;
            throw many ? TermErrors.notGrouped(place.field().name()) : noValue;
        }
    }

    /** The plain value. */
    Value value(Place place) {
        Optional<SqlFragment> own = place.scope()
                .context()
                .fieldSql(place.scope().model(), place.field(), place.scope().alias());
        if (own.isPresent()) {
            return new Value(own.get(), place);
        }
        Place stored = stored(place);
        return new Value(stored.scope().column(stored.field()), stored);
    }

    /** Inherited and related fields are found where their value is; what has none in SQL is refused. */
    Place stored(Place place) {
        if (place.field().hasColumn()) {
            return place;
        }
        if (!RelatedPath.has(place.field())) {
            throw TermErrors.notStored(place.scope(), place.field().name());
        }
        Scope there = joins.along(place.field(), place.scope()).orElseThrow(() -> notAlong(place));
        FieldDef last = there.model().fields().get(RelatedPath.last(place.field()));
        if (last == null) {
            throw TermErrors.notStored(place.scope(), place.field().name());
        }
        return stored(new Place(there, last));
    }

    private static PythonError notAlong(Place place) {
        String name = place.field().name();
        return RelatedPath.manyStep(place.field(), place.scope())
                .map(step -> TermErrors.notAlongMany2ones(place.scope(), name, RelatedPath.path(place.field()), step))
                .orElseGet(() -> TermErrors.notStored(place.scope(), name));
    }

    /** The relation table of a many2many, without the records that the caller's rules hide. */
    private Scope link(Place place) {
        return links.computeIfAbsent(place.scope().alias() + "." + place.field().name(), key -> {
            Scope outer = place.scope();
            FieldDef field = place.field();
            ModelDef comodel = outer.comodel(field);
            String alias = outer.aliases().next(RelationSql.table(field));
            SqlFragment join = SqlFragment.of(" LEFT JOIN " + Identifiers.quote(RelationSql.table(field)) + " "
                            + Identifiers.quote(alias) + " ON ")
                    .append(SqlFragment.column(alias, RelationSql.column(field)))
                    .append(" = ")
                    .append(outer.id());
            joins.add(join.append(visible(comodel, SqlFragment.column(alias, RelationSql.otherColumn(field)), outer)));
            return new Scope(outer.context(), outer.aliases(), comodel, alias, outer.rights(), outer.activeTest());
        });
    }

    private static SqlFragment visible(ModelDef comodel, SqlFragment id, Scope outer) {
        Condition rule = outer.context().readRule(comodel);
        if (rule.equals(Condition.TRUE)) {
            return SqlFragment.EMPTY;
        }
        Scope inner = outer.enter(comodel).withSudo().withActiveTest(false);
        SqlFragment found = new ConditionCompiler(outer.context()).compile(rule, inner);
        return SqlFragment.of(" AND ").append(RelationSql.among(id, inner, found));
    }

    /** The order in which the groups of a many2one follow each other: that of their records. */
    List<OrderBuilder.Sorted> order(Value value, OrderTerm term) {
        OrderBuilder builder = new OrderBuilder(OrderBuilder.Unstored.IGNORED, joins);
        builder.add(
                new OrderTerm(value.place().field().name(), Optional.empty(), term.descending(), term.nullsFirst()),
                value.place().scope());
        return builder.terms();
    }
}
