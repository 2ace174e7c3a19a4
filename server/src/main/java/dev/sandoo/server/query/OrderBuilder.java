package dev.sandoo.server.query;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.FieldDef.Computation;
import dev.sandoo.schema.FieldType;
import dev.sandoo.server.error.PythonError;
import dev.sandoo.server.error.PythonRepr;
import dev.sandoo.server.sql.SqlFragment;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Collects the terms and joins of one order. Not thread-safe. */
final class OrderBuilder {
    private static final String ID = "id";

    private final Unstored unstored;
    private final List<Sorted> terms = new ArrayList<>();
    private final Joins joins;
    private final Set<SqlFragment> sorted = new HashSet<>();
    /** The many2ones that have led from the model that is sorted to the one at hand. */
    private final Deque<String> way = new ArrayDeque<>();

    OrderBuilder(Unstored unstored, Joins joins) {
        this.unstored = unstored;
        this.joins = joins;
    }

    /**
     * An expression and what follows it in ORDER BY.
     *
     * @param key the primary key of the row that the expression is of; empty where the table has none
     */
    record Sorted(SqlFragment expression, String suffix, Optional<SqlFragment> key) {
        SqlFragment sql() {
            return expression.append(suffix);
        }
    }

    /** What becomes of fields that Odoo does not store. */
    enum Unstored {
        /** Related ones sort where their value is, others are an error. */
        REFUSED,
        /** Related ones sort where their value is, others do not count. */
        IGNORED,
        /** Only what the model inherits sorts; nothing else counts. */
        INHERITED_ONLY
    }

    /** The part, on the scope's table. */
    void add(OrderTerm part, Scope scope) {
        FieldDef field = scope.model().fields().get(part.field());
        if (field == null) {
            throw PythonError.valueError("Invalid field " + PythonRepr.of(part.field()) + " on model "
                    + PythonRepr.of(scope.model().name()));
        }
        scope.check(field);
        Optional<SqlFragment> own = scope.context().fieldSql(scope.model(), field, scope.alias());
        if (own.isPresent()) {
            term(own.get(), part, scope);
        } else if (part.property().isPresent()) {
            addProperty(part, field, scope);
        } else if (sortsHere(field)) {
            addColumn(part, field, scope);
        } else {
            addElsewhere(part, field, scope);
        }
    }

    private boolean sortsHere(FieldDef field) {
        return field.hasColumn() && (field.stored() || unstored != Unstored.INHERITED_ONLY);
    }

    private boolean sortsThere(FieldDef field) {
        boolean inherited = field.computation().filter(Computation::inherited).isPresent();
        return RelatedPath.has(field) && (inherited || unstored != Unstored.INHERITED_ONLY);
    }

    private void addProperty(OrderTerm part, FieldDef field, Scope scope) {
        String property = part.property().orElseThrow();
        if (field.type() == FieldType.MANY2ONE && property.equals(ID) && field.hasColumn()) {
            term(scope.column(field), part, scope);
        } else if (field.type() == FieldType.DATE || field.type() == FieldType.DATETIME) {
            term(DatePartTerms.expression(field, property, scope), part, scope);
        } else {
            throw TermErrors.noProperty(scope, field.name(), property);
        }
    }

    private void addColumn(OrderTerm part, FieldDef field, Scope scope) {
        SqlFragment column = scope.column(field);
        switch (field.type()) {
            case MANY2ONE -> addRecord(part, field, scope);
            case BOOLEAN -> term(SqlFragment.of("COALESCE(").append(column).append(", FALSE)"), part, scope);
            default -> term(column, part, scope);
        }
    }

    /** A many2one sorts by its model's order; one met again on the way sorts no further, or it would never end. */
    private void addRecord(OrderTerm part, FieldDef field, Scope scope) {
        String order = scope.comodel(field).order();
        if (order.equals(ID)) {
            term(scope.column(field), part, scope);
            return;
        }
        String step = scope.model().name() + "." + field.name();
        if (way.contains(step)) {
            return;
        }
        way.push(step);
        Scope there = joins.to(field, scope);
        for (OrderTerm next : OrderSyntax.WITH_NULLS.parse(order)) {
            if (scope.rights() == Scope.Rights.CALLER && there.model().fields().containsKey(next.field())) {
                scope.context()
                        .checkJoinedField(there.model(), there.model().fields().get(next.field()));
            }
            add((part.descending() ? next.reversed() : next).withNulls(part.nullsFirst()), there);
        }
        way.pop();
    }

    /** Inherited fields, and related ones, sort where their value is. */
    private void addElsewhere(OrderTerm part, FieldDef field, Scope scope) {
        Optional<Scope> there = sortsThere(field) ? joins.along(field, scope) : Optional.empty();
        if (there.isPresent()) {
            add(
                    new OrderTerm(RelatedPath.last(field), Optional.empty(), part.descending(), part.nullsFirst()),
                    there.get());
        } else if (unstored == Unstored.REFUSED && way.isEmpty()) {
            throw TermErrors.notStored(scope, field.name());
        }
    }

    private void term(SqlFragment expression, OrderTerm part, Scope scope) {
        if (sorted.add(expression)) {
            terms.add(new Sorted(expression, part.suffix(), key(scope)));
        }
    }

    private static Optional<SqlFragment> key(Scope scope) {
        return scope.model().hasTable() ? Optional.of(scope.id()) : Optional.empty();
    }

    /** What has been added so far, in order. */
    List<Sorted> terms() {
        return List.copyOf(terms);
    }

    Ordering build(Scope scope) {
        SqlFragment id = scope.id();
        if (sorted.add(id)) {
            terms.add(new Sorted(id, "", key(scope)));
        }
        return new Ordering(
                SqlFragment.join(", ", terms.stream().map(Sorted::sql).toList()), joins.all());
    }
}
