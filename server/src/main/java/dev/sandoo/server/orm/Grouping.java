package dev.sandoo.server.orm;

import dev.sandoo.schema.ModelDef;
import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.Truth;
import dev.sandoo.server.query.ConditionCompiler;
import dev.sandoo.server.query.DateSpan;
import dev.sandoo.server.query.GroupColumn;
import dev.sandoo.server.query.GroupCompiler;
import dev.sandoo.server.query.GroupOrder;
import dev.sandoo.server.query.GroupSpec;
import dev.sandoo.server.query.Having;
import dev.sandoo.server.query.Page;
import dev.sandoo.server.sql.SqlFragment;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Groups the records that a search finds by one statement.
 *
 * @param groups what to group by; nothing for one group of all
 * @param aggregates what to tell of each group, such as {@code color:sum} or {@code __count}
 * @param having the condition on the groups, as it came over the wire; empty for all
 */
record Grouping(List<GroupSpec> groups, List<String> aggregates, List<?> having) {
    /** The groups that the caller may see: all records of each fit the condition and the caller's rules. */
    GroupedRows read(Environment env, ModelDef model, Condition condition, Page page) {
        env.requireLanguage();
        env.state().recomputer().flush(env);
        QueryWorld world = new QueryWorld(env);
        SqlFragment where = new ConditionCompiler(world).compileSearch(condition, model, model.table());
        GroupCompiler compiler = new GroupCompiler(world, model, GroupingMethods.weekStart(env, span()));
        List<GroupColumn> keys = groups.stream().map(compiler::group).toList();
        List<Integer> ordinals = aggregates.stream().map(compiler::aggregate).toList();
        if (Truth.of(page.order())) {
            GroupOrder.parse(page.order()).forEach(compiler::order);
        } else {
            groups.forEach(group -> compiler.order(GroupOrder.of(group.text())));
        }
        SqlFragment statement = compiler.statement(where, Having.compile(having, compiler), page);
        List<Integer> keyOrdinals = keys.stream().map(GroupColumn::ordinal).toList();
        List<GroupedRows.Row> rows = env.transaction().querySummary(statement).stream()
                .map(row -> new GroupedRows.Row(columns(row, keyOrdinals), columns(row, ordinals)))
                .toList();
        return new GroupedRows(keys, rows);
    }

    /** Columns count from 1. */
    private static List<Object> columns(List<Object> row, List<Integer> ordinals) {
        List<Object> values = new ArrayList<>();
        ordinals.forEach(ordinal -> values.add(row.get(ordinal - 1)));
        return Collections.unmodifiableList(values);
    }

    /** The stretch of weeks, if one of the groups is of weeks. */
    private Optional<DateSpan> span() {
        return groups.stream()
                .flatMap(group -> group.function().flatMap(DateSpan::of).stream())
                .filter(DateSpan.WEEK::equals)
                .findFirst();
    }
}
