package dev.sandoo.server.orm;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.ModelDef;
import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.Truth;
import dev.sandoo.server.query.GroupColumn;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Adds groups that have no records: stretches of time that the context asks for, and records that always show. */
final class GroupFiller {
    private final Environment env;
    private final ModelDef model;
    private final List<String> aggregates;

    GroupFiller(Environment env, ModelDef model, List<String> aggregates) {
        this.env = env;
        this.model = model;
        this.aggregates = aggregates;
    }

    /** The groups with those of {@code fill_temporal}. */
    GroupedRows withDates(GroupedRows rows) {
        Object wanted = env.context().get("fill_temporal");
        if (rows.keys().isEmpty() || rows.keys().get(0).span().isEmpty() || !Truth.of(wanted)) {
            return rows;
        }
        DayOfWeek weekStart = GroupingMethods.weekStart(env, rows.keys().get(0).span());
        return TemporalFill.of(wanted, weekStart).fill(rows, this::empty);
    }

    /** The groups of the first key with those of records that show without any; groups of no record come last. */
    GroupedRows withRecords(GroupedRows rows, Condition condition) {
        if (rows.keys().size() != 1) {
            return rows;
        }
        GroupColumn column = rows.keys().get(0);
        Optional<GroupExpansion> expansion = env.registry()
                .behaviours()
                .expansion(model.name(), column.field().name());
        return expansion.map(known -> merged(rows, column, known, condition)).orElse(rows);
    }

    private GroupedRows merged(GroupedRows rows, GroupColumn column, GroupExpansion expansion, Condition condition) {
        Map<Object, GroupedRows.Row> known = new HashMap<>();
        Set<Integer> present = new LinkedHashSet<>();
        for (GroupedRows.Row row : rows.rows()) {
            known.put(row.keys().get(0), row);
            if (row.keys().get(0) instanceof Integer id) {
                present.add(id);
            }
        }
        Set<Integer> shown = new LinkedHashSet<>(expansion
                .records(env.records(column.field().comodel(), present), condition)
                .ids());
        List<GroupedRows.Row> all = new ArrayList<>();
        shown.forEach(id -> all.add(known.getOrDefault(id, empty(id))));
        present.stream().filter(id -> !shown.contains(id)).forEach(id -> all.add(known.get(id)));
        Optional.ofNullable(known.get(null)).ifPresent(all::add);
        return new GroupedRows(rows.keys(), List.copyOf(all));
    }

    /** Whether each of the records that show as groups is folded; empty where groups do not fold. */
    Map<Integer, Object> folds(GroupedRows rows) {
        if (rows.keys().size() != 1) {
            return Map.of();
        }
        FieldDef field = rows.keys().get(0).field();
        if (env.registry().behaviours().expansion(model.name(), field.name()).isEmpty()) {
            return Map.of();
        }
        ModelDef comodel = env.registry().model(field.comodel());
        if (!comodel.fields().containsKey("fold")) {
            return Map.of();
        }
        List<Integer> ids = new ArrayList<>();
        rows.rows().forEach(row -> {
            if (row.keys().get(0) instanceof Integer id) {
                ids.add(id);
            }
        });
        return new Fetcher(env.sudo(), comodel).values(ids, comodel.fields().get("fold"));
    }

    /** A group without records. */
    private GroupedRows.Row empty(Object key) {
        Objects.requireNonNull(key, "key");
        List<Object> values = new ArrayList<>();
        for (String aggregate : aggregates) {
            values.add(GroupingMethods.isCount(aggregate) ? 0 : null);
        }
        return new GroupedRows.Row(List.of(key), values);
    }
}
