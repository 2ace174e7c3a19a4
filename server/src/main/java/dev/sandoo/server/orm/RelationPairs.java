package dev.sandoo.server.orm;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.FieldDef.Relation;
import dev.sandoo.server.db.Transaction;
import dev.sandoo.server.sql.SqlArray;
import dev.sandoo.server.sql.SqlFragment;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rows of a many2many field's table. */
final class RelationPairs {
    private final Transaction transaction;
    private final SqlFragment table;
    private final SqlFragment owner;
    private final SqlFragment target;

    RelationPairs(Transaction transaction, FieldDef field) {
        this.transaction = transaction;
        Relation relation = field.relation().orElseThrow();
        table = SqlFragment.identifier(relation.table().orElseThrow());
        owner = SqlFragment.identifier(relation.column().orElseThrow());
        target = SqlFragment.identifier(relation.otherColumn().orElseThrow());
    }

    /** Connects each of the records with each of the targets; answers what is new, by record. */
    Map<Integer, List<Integer>> insert(Collection<Integer> ids, Collection<Integer> targets) {
        if (ids.isEmpty() || targets.isEmpty()) {
            return Map.of();
        }
        return changed(SqlFragment.of("INSERT INTO ")
                .append(table)
                .append(" (")
                .append(owner)
                .append(", ")
                .append(target)
                .append(
                        ") SELECT a, b FROM unnest(?) a, unnest(?) b ON CONFLICT DO NOTHING",
                        SqlArray.ids(ids),
                        SqlArray.ids(targets)));
    }

    /** Parts each of the records from each of the targets; answers what was connected, by record. */
    Map<Integer, List<Integer>> delete(Collection<Integer> ids, Collection<Integer> targets) {
        if (ids.isEmpty() || targets.isEmpty()) {
            return Map.of();
        }
        return changed(ofOwners(ids).append(" AND ").append(target).append(" = ANY(?)", SqlArray.ids(targets)));
    }

    /** Parts each of the records from everything but the targets. */
    void deleteOthers(Collection<Integer> ids, Collection<Integer> targets) {
        transaction.update(ofOwners(ids).append(" AND NOT ").append(target).append(" = ANY(?)", SqlArray.ids(targets)));
    }

    private Map<Integer, List<Integer>> changed(SqlFragment statement) {
        Map<Integer, List<Integer>> pairs = new LinkedHashMap<>();
        transaction.query(
                statement.append(" RETURNING ").append(owner).append(", ").append(target),
                row -> pairs.computeIfAbsent(row.integer(1), id -> new ArrayList<>())
                        .add(row.integer(2)));
        return pairs;
    }

    private SqlFragment ofOwners(Collection<Integer> ids) {
        return SqlFragment.of("DELETE FROM ")
                .append(table)
                .append(" WHERE ")
                .append(owner)
                .append(" = ANY(?)", SqlArray.ids(ids));
    }
}
