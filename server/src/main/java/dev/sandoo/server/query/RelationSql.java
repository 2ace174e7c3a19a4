package dev.sandoo.server.query;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.FieldDef.Relation;
import dev.sandoo.schema.ModelDef;
import dev.sandoo.server.query.Comparisons.Missing;
import dev.sandoo.server.sql.ColumnType;
import dev.sandoo.server.sql.Identifiers;
import dev.sandoo.server.sql.SqlArray;
import dev.sandoo.server.sql.SqlFragment;
import java.util.Collection;
import java.util.List;

/** How SQL gets from a record to the records a relational field points to. */
final class RelationSql {
    private RelationSql() {}

    /** That a record of the inner scope which {@code found} describes is reached through the field. */
    static SqlFragment exists(FieldDef field, Scope outer, Scope inner, SqlFragment found) {
        if (found.equals(SqlFragment.FALSE)) {
            return found;
        }
        return switch (field.type()) {
            case MANY2ONE -> many2one(field, outer, inner, found);
            case ONE2MANY -> one2many(field, outer, inner, found);
            case MANY2MANY -> many2many(field, outer, inner, found);
            default -> throw new IllegalArgumentException(field.name() + " is not relational");
        };
    }

    private static SqlFragment one2many(FieldDef field, Scope outer, Scope inner, SqlFragment found) {
        return inverseOf(field, inner.model()).hasColumn()
                ? Comparisons.exists(inner.table(), Comparisons.and(List.of(inverse(field, outer, inner), found)))
                : pointedAt(field, outer, inner, found);
    }

    /** The same where no column says whom the inner records point to. */
    static SqlFragment pointedAt(FieldDef field, Scope outer, Scope inner, SqlFragment found) {
        SqlFragment pointing = SqlFragment.of("SELECT ")
                .append(inner.id())
                .append(" FROM ")
                .append(inner.table())
                .append(" WHERE ")
                .append(found);
        FieldDef inverse = inverseOf(field, inner.model());
        List<Integer> owners = outer.context().pointedAt(inner.model(), inverse, outer.model(), pointing);
        return Comparisons.in(outer.id(), ColumnType.INT4, owners, Missing.EXCLUDED);
    }

    /**
     * Without an index on the column nothing is gained by starting from the records that are found. Then PostgreSQL's guess
     * from the other table's statistics does harm: of 250 countries one has this code, but half the partners may live there.
     * OFFSET 0 keeps it from guessing, so that a search for the first few reads along the index of its order.
     */
    private static SqlFragment many2one(FieldDef field, Scope outer, Scope inner, SqlFragment found) {
        SqlFragment column = outer.column(field);
        if (field.index().isPresent() || found.equals(SqlFragment.TRUE)) {
            return among(column, inner, found);
        }
        return Comparisons.member(
                column,
                SqlFragment.of("SELECT ")
                        .append(inner.id())
                        .append(" FROM ")
                        .append(inner.table())
                        .append(" WHERE ")
                        .append(found)
                        .append(" OFFSET 0"));
    }

    /**
     * That the column holds the id of a record that is found. Where any record will do there is no need to look: a foreign
     * key never dangles.
     */
    static SqlFragment among(SqlFragment column, Scope inner, SqlFragment found) {
        if (found.equals(SqlFragment.FALSE)) {
            return found;
        }
        if (found.equals(SqlFragment.TRUE)) {
            return column.append(" IS NOT NULL");
        }
        SqlFragment same = inner.id().append(" = ").append(column);
        return Comparisons.exists(inner.table(), Comparisons.and(List.of(same, found)));
    }

    /** The inner record points back to the outer one. */
    private static SqlFragment inverse(FieldDef field, Scope outer, Scope inner) {
        FieldDef inverse = inverseOf(field, inner.model());
        SqlFragment points = inner.column(inverse).append(" = ").append(outer.id());
        return inverse.modelField()
                .map(model -> points.append(" AND ")
                        .append(SqlFragment.column(inner.alias(), model))
                        .append(" = ?", outer.model().name()))
                .orElse(points);
    }

    /** The field of the other model that a one2many is the other side of. */
    static FieldDef inverseOf(FieldDef field, ModelDef comodel) {
        return field.relation()
                .flatMap(Relation::inverseName)
                .map(comodel.fields()::get)
                .orElseThrow(() -> new IllegalStateException(field.name() + " has no inverse"));
    }

    private static SqlFragment many2many(FieldDef field, Scope outer, Scope inner, SqlFragment found) {
        if (found.equals(SqlFragment.TRUE)) {
            return linksSome(field, outer);
        }
        String link = outer.aliases().next(table(field));
        SqlFragment from = from(field, link)
                .append(" JOIN ")
                .append(inner.table())
                .append(" ON ")
                .append(inner.id())
                .append(" = ")
                .append(SqlFragment.column(link, otherColumn(field)));
        return Comparisons.exists(from, Comparisons.and(List.of(owner(field, link, outer), found)));
    }

    /** That the relation table links the record with one of these ids. */
    static SqlFragment linksAny(FieldDef field, Scope outer, Collection<Integer> ids) {
        return links(field, outer, SqlFragment.of(" = ANY(?)", SqlArray.ids(ids)));
    }

    /** That the relation table links the record with one that the subquery finds. */
    static SqlFragment linksAmong(FieldDef field, Scope outer, SqlFragment subquery) {
        return links(field, outer, SqlFragment.of(" IN ").append(subquery.parenthesized()));
    }

    private static SqlFragment links(FieldDef field, Scope outer, SqlFragment comparison) {
        String link = outer.aliases().next(table(field));
        SqlFragment other = SqlFragment.column(link, otherColumn(field)).append(comparison);
        return Comparisons.exists(from(field, link), Comparisons.and(List.of(owner(field, link, outer), other)));
    }

    /** That the relation table links the record with anything. */
    static SqlFragment linksSome(FieldDef field, Scope outer) {
        String link = outer.aliases().next(table(field));
        return Comparisons.exists(from(field, link), owner(field, link, outer));
    }

    private static SqlFragment from(FieldDef field, String link) {
        return SqlFragment.of(Identifiers.quote(table(field)) + " " + Identifiers.quote(link));
    }

    private static SqlFragment owner(FieldDef field, String link, Scope outer) {
        return SqlFragment.column(link, column(field)).append(" = ").append(outer.id());
    }

    static String table(FieldDef field) {
        return field.relation().flatMap(Relation::table).orElseThrow();
    }

    static String column(FieldDef field) {
        return field.relation().flatMap(Relation::column).orElseThrow();
    }

    static String otherColumn(FieldDef field) {
        return field.relation().flatMap(Relation::otherColumn).orElseThrow();
    }
}
