package dev.sandoo.server.query;

import dev.sandoo.schema.ModelDef;
import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.Condition.AllOf;
import dev.sandoo.server.domain.Condition.AnyOf;
import dev.sandoo.server.domain.Condition.Not;
import dev.sandoo.server.domain.Condition.Term;
import dev.sandoo.server.domain.DomainParser;
import dev.sandoo.server.query.Scope.Rights;
import dev.sandoo.server.sql.SqlFragment;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns conditions into SQL that can stand as WHERE. What a term means is a {@link Terms} of the version. Made for one call,
 * as its context is; holds nothing else.
 */
public final class ConditionCompiler {
    private final QueryContext context;
    private final Terms terms;

    public ConditionCompiler(QueryContext context) {
        this.context = context;
        this.terms = context.version().has(DomainParser.DOMAIN_OBJECTS) ? new DomainTerms(this) : new LeafTerms(this);
    }

    /**
     * The condition on the rows of the model's table, which the statement calls {@code alias}. Neither record rules nor the
     * active test are added for the model itself; the models that paths lead to get theirs.
     *
     * @throws dev.sandoo.server.error.OdooError when a field does not exist or cannot be searched, or a value does not fit
     */
    public SqlFragment compile(Condition condition, ModelDef model, String alias) {
        return compile(condition, new Scope(context, new Aliases(), model, alias, Rights.CALLER, context.activeTest()));
    }

    /** The same as {@link #compile} for someone whom no record rule binds, with archived records in view: how rules read. */
    public SqlFragment compileSudo(Condition condition, ModelDef model, String alias) {
        return compile(condition, new Scope(context, new Aliases(), model, alias, Rights.SUDO, false));
    }

    /**
     * What a search of the model by the caller means: the condition, without archived records unless the condition names
     * the field that tells them apart, within the caller's record rules.
     */
    public SqlFragment compileSearch(Condition condition, ModelDef model, String alias) {
        return search(condition, new Scope(context, new Aliases(), model, alias, Rights.CALLER, context.activeTest()));
    }

    /** The condition, the active test of the scope and the record rules of its rights. */
    SqlFragment search(Condition condition, Scope scope) {
        SqlFragment own = compile(scope.activeTest() ? ActiveTest.add(condition, scope.model()) : condition, scope);
        return own.equals(SqlFragment.FALSE) ? own : Comparisons.and(List.of(own, rule(scope)));
    }

    /** That the scope's rights allow the record to be seen. */
    SqlFragment rule(Scope scope) {
        if (scope.rights() == Rights.SUDO) {
            return SqlFragment.TRUE;
        }
        return compile(context.readRule(scope.model()), scope.withSudo().withActiveTest(false));
    }

    SqlFragment compile(Condition condition, Scope scope) {
        return terms.prepare(condition, scope).accept(new Visitor(scope));
    }

    private final class Visitor implements Condition.Visitor<SqlFragment> {
        private final Scope scope;

        Visitor(Scope scope) {
            this.scope = scope;
        }

        @Override
        public SqlFragment allOf(AllOf node) {
            return Comparisons.and(parts(node.parts()));
        }

        @Override
        public SqlFragment anyOf(AnyOf node) {
            return Comparisons.or(parts(node.parts()));
        }

        @Override
        public SqlFragment not(Not node) {
            return terms.not(node.part(), scope);
        }

        @Override
        public SqlFragment term(Term node) {
            return terms.term(node, scope);
        }

        private List<SqlFragment> parts(List<Condition> conditions) {
            List<SqlFragment> compiled = new ArrayList<>(conditions.size());
            conditions.forEach(condition -> compiled.add(condition.accept(this)));
            return compiled;
        }
    }
}
