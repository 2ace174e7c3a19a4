package dev.sandoo.server.query;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.server.domain.Condition.Term;
import dev.sandoo.server.sql.SqlFragment;
import java.util.Collection;

/** Terms on binary fields: all that can be asked is whether there is a content; any other question holds for every record. */
final class BinaryTerms implements FieldTerms {
    @Override
    public SqlFragment compile(Term term, FieldDef field, Scope scope) {
        if (!asksForMissing(term)) {
            return SqlFragment.TRUE;
        }
        SqlFragment present = present(field, scope);
        return term.operator().isNegative() ? present : Comparisons.not(present);
    }

    private static boolean asksForMissing(Term term) {
        return switch (term.operator()) {
            case EQUALS, NOT_EQUALS, IN, NOT_IN ->
                term.value() instanceof Collection<?> values
                        ? !values.isEmpty() && values.stream().allMatch(BinaryTerms::isMissing)
                        : isMissing(term.value());
            default -> false;
        };
    }

    private static boolean isMissing(Object value) {
        return value == null || Boolean.FALSE.equals(value);
    }

    /** That the field has a content. */
    static SqlFragment present(FieldDef field, Scope scope) {
        if (field.hasColumn()) {
            return scope.column(field).append(" IS NOT NULL");
        }
        String alias = scope.aliases().next("ir_attachment");
        SqlFragment where = SqlFragment.column(alias, "res_model")
                .append(" = ? AND ", scope.model().name())
                .append(SqlFragment.column(alias, "res_field"))
                .append(" = ? AND ", field.name())
                .append(SqlFragment.column(alias, "res_id"))
                .append(" = ")
                .append(scope.id());
        return Comparisons.exists(SqlFragment.of("\"ir_attachment\" \"" + alias + "\""), where);
    }
}
