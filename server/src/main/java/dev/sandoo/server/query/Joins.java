package dev.sandoo.server.query;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.FieldDef.Computation;
import dev.sandoo.schema.FieldType;
import dev.sandoo.schema.ModelDef;
import dev.sandoo.server.sql.SqlFragment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tables that a statement joins in order to sort or group by what its records point to, each once. Not thread-safe. */
final class Joins {
    private final List<SqlFragment> joins = new ArrayList<>();
    private final Map<String, Scope> joined = new HashMap<>();

    /** The table a many2one leads to; whether the caller may see its record does not matter. */
    Scope to(FieldDef field, Scope scope) {
        return joined.computeIfAbsent(scope.alias() + "." + field.name(), path -> {
            Scope there = scope.enter(scope.comodel(field)).withSudo();
            joins.add(SqlFragment.of(" LEFT JOIN ")
                    .append(there.table())
                    .append(" ON ")
                    .append(scope.column(field))
                    .append(" = ")
                    .append(there.id()));
            return there;
        });
    }

    /** The table that holds the value of a related or inherited field; empty when its path is not of stored many2ones. */
    Optional<Scope> along(FieldDef field, Scope scope) {
        String[] names =
                field.computation().flatMap(Computation::related).orElseThrow().split("\\.");
        Scope there = scope;
        for (int i = 0; i < names.length - 1; i++) {
            FieldDef step = kept(there.model(), there.model().fields().get(names[i]));
            if (step == null || step.type() != FieldType.MANY2ONE || !step.hasColumn()) {
                return Optional.empty();
            }
            there = to(step, there);
        }
        return Optional.of(there);
    }

    /** A link without a column that shows another one, save when the context asks for more, is sorted by as that one. */
    private static FieldDef kept(ModelDef model, FieldDef step) {
        if (step == null || step.hasColumn() || step.type() != FieldType.MANY2ONE) {
            return step;
        }
        List<String> depends = step.computation().map(Computation::depends).orElse(List.of());
        FieldDef shown = depends.size() == 1 ? model.fields().get(depends.get(0)) : null;
        boolean same = shown != null
                && shown.type() == FieldType.MANY2ONE
                && shown.comodel().equals(step.comodel());
        return same ? shown : step;
    }

    /** A join of the caller's own making. */
    void add(SqlFragment join) {
        joins.add(join);
    }

    /** All joins in order, each beginning with a blank. */
    List<SqlFragment> all() {
        return List.copyOf(joins);
    }
}
