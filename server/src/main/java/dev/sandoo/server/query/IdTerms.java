package dev.sandoo.server.query;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.Condition.Term;
import dev.sandoo.server.query.Comparisons.Missing;
import dev.sandoo.server.sql.ColumnType;
import dev.sandoo.server.sql.SqlFragment;
import java.util.ArrayList;
import java.util.List;

/** Terms on {@code id}: a number that is never missing, and the one field by which a record stands in its own tree. */
final class IdTerms implements FieldTerms {
    private final ConditionCompiler compiler;
    private final ScalarTerms scalars = new ScalarTerms(ValueReader.INTEGER);

    IdTerms(ConditionCompiler compiler) {
        this.compiler = compiler;
    }

    @Override
    public SqlFragment compile(Term term, FieldDef field, Scope scope) {
        return switch (term.operator()) {
            case EQUALS, NOT_EQUALS, IN, NOT_IN -> members(Members.of(term), scope);
            case CHILD_OF, PARENT_OF ->
                Comparisons.member(
                        scope.id(),
                        new Hierarchy(compiler, new TreeObjects())
                                .ids(term, scope.model(), scope.model().parentName(), scope));
            case ANY, NOT_ANY, ANY_SUDO, NOT_ANY_SUDO -> any(term, scope);
            default -> scalars.compile(term, field, scope);
        };
    }

    /** Only numbers can be ids; whatever else is listed is no record's. */
    private static SqlFragment members(Members members, Scope scope) {
        List<Integer> ids = new ArrayList<>(members.values().size());
        for (Object value : members.values()) {
            if (value instanceof Integer id) {
                ids.add(id);
            } else if (value instanceof Number number && number.doubleValue() == number.intValue()) {
                ids.add(number.intValue());
            }
        }
        if (ids.isEmpty()) {
            return members.negative() ? SqlFragment.TRUE : SqlFragment.FALSE;
        }
        return members.negative()
                ? Comparisons.notIn(scope.id(), ColumnType.INT4, ids, Missing.INCLUDED)
                : Comparisons.in(scope.id(), ColumnType.INT4, ids, Missing.EXCLUDED);
    }

    private SqlFragment any(Term term, Scope scope) {
        Scope inner = scope.enter(scope.model());
        SqlFragment found = compiler.search((Condition) term.value(), inner);
        SqlFragment member = RelationSql.among(scope.id(), inner, found);
        return term.operator().isNegative() ? Comparisons.not(member) : member;
    }
}
