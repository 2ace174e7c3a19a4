package dev.sandoo.server.orm;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.FieldType;
import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.Operator;
import dev.sandoo.server.field.FieldCodecs;
import dev.sandoo.server.query.GroupColumn;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What clients are told of the groups that one column tells apart: their names and what their records have in common. */
final class GroupKey {
    private final Environment env;
    private final GroupColumn column;
    private final Map<Integer, Object> names;
    private final DateLabels labels;

    private GroupKey(Environment env, GroupColumn column, Map<Integer, Object> names) {
        this.env = env;
        this.column = column;
        this.names = names;
        this.labels = new DateLabels(env.version(), env.lang());
    }

    /** A key for each column; the names of all records that stand for groups are read at once. */
    static List<GroupKey> of(Environment env, GroupedRows groups) {
        List<GroupKey> keys = new ArrayList<>();
        for (int i = 0; i < groups.keys().size(); i++) {
            Set<Integer> ids = new HashSet<>();
            for (GroupedRows.Row row : groups.rows()) {
                if (row.keys().get(i) instanceof Integer id) {
                    ids.add(id);
                }
            }
            GroupColumn column = groups.keys().get(i);
            Map<Integer, Object> names = comodel(column)
                    .map(target -> new DisplayNames(env, env.registry().model(target)).of(ids))
                    .orElse(Map.of());
            keys.add(new GroupKey(env, column, names));
        }
        return keys;
    }

    /** The model whose records stand for the groups; an id stands for the record itself. */
    private static Optional<String> comodel(GroupColumn column) {
        FieldDef field = column.field();
        if (field.type().isRelational()) {
            return Optional.of(field.comodel());
        }
        return field.name().equals("id") ? Optional.of(column.model().name()) : Optional.empty();
    }

    GroupColumn column() {
        return column;
    }

    /** The stretch of time that a group stands for, when it does for one. */
    Optional<DateGroup> dates(Object value) {
        return value == null || column.span().isEmpty()
                ? Optional.empty()
                : Optional.of(DateGroup.of(column, value, env.zone()));
    }

    /** What a stretch of time is called. */
    String label(Object value) {
        return labels.label(column.span().orElseThrow(), DateGroup.moment(value));
    }

    /** A value other than a stretch of time: records as id and name. */
    Object wire(Object value) {
        if (value instanceof Integer id && names.containsKey(id)) {
            List<Object> pair = new ArrayList<>(2);
            pair.add(id);
            pair.add(names.get(id) == null ? "" : names.get(id));
            return pair;
        }
        if (value == null || column.isDatePart() || column.field().type().isToMany()) {
            return value == null ? Boolean.FALSE : value;
        }
        return FieldCodecs.of(column.field())
                .toWire(FieldCodecs.of(column.field()).fromColumn(value));
    }

    /** That the field has a value which the column did not give. */
    List<Condition> equal(Object wire) {
        return List.of(Condition.term(column.field().name(), Operator.EQUALS, wire));
    }

    /** What the records of the group have in common, as terms that all hold. */
    List<Condition> condition(Object value) {
        List<Condition> here = new ArrayList<>(own(value));
        List<String> way = column.way();
        for (int i = way.size() - 1; i >= 0; i--) {
            Condition onward = Condition.term(way.get(i), Operator.ANY, Condition.allOf(here));
            here = List.of(
                    value == null
                            ? Condition.anyOf(List.of(Condition.term(way.get(i), Operator.NOT_ANY, List.of()), onward))
                            : onward);
        }
        return here;
    }

    private List<Condition> own(Object value) {
        FieldDef field = column.field();
        Optional<DateGroup> dates = dates(value);
        if (dates.isPresent()) {
            return dates.get().condition();
        }
        if (value == null && field.type() == FieldType.MANY2MANY) {
            return List.of(Condition.term(field.name(), Operator.NOT_ANY, List.of()));
        }
        String path = column.isDatePart()
                ? field.name() + "." + column.spec().function().orElseThrow()
                : field.name();
        Object wire = wire(value);
        return List.of(Condition.term(path, Operator.EQUALS, wire instanceof List<?> pair ? pair.get(0) : wire));
    }
}
