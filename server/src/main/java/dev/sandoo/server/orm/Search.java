package dev.sandoo.server.orm;

import dev.sandoo.schema.ModelDef;
import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.query.ConditionCompiler;
import dev.sandoo.server.query.Page;
import dev.sandoo.server.query.SearchQuery;
import dev.sandoo.server.sql.SqlFragment;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds records: one statement for condition, rules, order and cut. */
final class Search {
    private final Environment env;
    private final ModelDef model;

    Search(Environment env, ModelDef model) {
        this.env = env;
        this.model = model;
    }

    /** The ids of the records that the condition and the caller's rules allow: those of the page, in order. */
    List<Integer> ids(Condition condition, Page page) {
        env.requireLanguage();
        env.state().recomputer().flush(env);
        if (!model.hasTable()) {
            return List.of();
        }
        return env.transaction().query(query().search(condition, model, page).ids(), row -> row.integer(1));
    }

    /** How many records there are, counting up to the limit (a wire value). */
    int count(Condition condition, Object limit) {
        env.requireLanguage();
        env.state().recomputer().flush(env);
        if (!model.hasTable()) {
            return 0;
        }
        SqlFragment sql = query().counted(condition, model, limit).count();
        return ((Long) env.transaction().querySummary(sql).get(0).get(0)).intValue();
    }

    /** Searches while stale fields are being found out: nothing is recomputed first, and order does not matter. */
    List<Integer> idsUnflushed(Condition condition) {
        if (!model.hasTable()) {
            return List.of();
        }
        return env.transaction().query(query().counted(condition, model, false).ids(), row -> row.integer(1));
    }

    private SearchQuery query() {
        return new SearchQuery(new QueryWorld(env));
    }

    /** Those of the ids that exist, in their order. */
    List<Integer> existing(Collection<Integer> ids) {
        return within(Condition.TRUE, ids);
    }

    /** Those of the ids whose records exist and fulfil the condition, which is asked in sudo; in their order. */
    List<Integer> within(Condition condition, Collection<Integer> ids) {
        if (condition.equals(Condition.TRUE) || ids.isEmpty()) {
            return within(ids, SqlFragment.TRUE);
        }
        env.state().recomputer().flush(env);
        return within(ids, compiler().compileSudo(condition, model, model.table()));
    }

    /** The same for a condition of the caller's, asked with their rights. */
    List<Integer> askedWithin(Condition condition, Collection<Integer> ids) {
        env.state().recomputer().flush(env);
        return within(ids, compiler().compile(condition, model, model.table()));
    }

    private ConditionCompiler compiler() {
        return new ConditionCompiler(new QueryWorld(env));
    }

    private List<Integer> within(Collection<Integer> ids, SqlFragment condition) {
        if (ids.isEmpty() || !model.hasTable()) {
            return List.of();
        }
        SqlFragment where = SqlFragment.column(model.table(), "id").isAmong(ids);
        if (!condition.equals(SqlFragment.TRUE)) {
            where = where.append(" AND ").append(condition.parenthesized());
        }
        List<Integer> found =
                env.transaction().query(SearchQuery.where(model, where).ids(), row -> row.integer(1));
        if (found.size() < 2) {
            return found;
        }
        Set<Integer> kept = new HashSet<>(found);
        return ids.stream().distinct().filter(kept::contains).toList();
    }
}
