package dev.sandoo.server.orm;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.FieldDef.Computation;
import dev.sandoo.schema.FieldType;
import dev.sandoo.schema.ModelDef;
import dev.sandoo.server.domain.Truth;
import dev.sandoo.server.error.PythonError;
import dev.sandoo.server.error.PythonRepr;
import dev.sandoo.server.error.UserError;
import dev.sandoo.server.query.GroupCompiler;
import dev.sandoo.server.query.GroupSpec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The aggregates that {@code fields} of a plain {@code read_group} asks for, by the name that they get in the answer. */
final class PlainAggregates {
    private static final Pattern FIELD = Pattern.compile("(\\w+)(?::(\\w+)(?:\\((\\w+)\\))?)?");
    private static final Set<String> FUNCTIONS =
            Set.of("array_agg", "count", "count_distinct", "bool_and", "bool_or", "max", "min", "avg", "sum");

    private final ModelDef model;
    private final Set<String> grouped;
    private final Map<String, String> columns = new LinkedHashMap<>();

    private PlainAggregates(ModelDef model, Collection<GroupSpec> groups) {
        this.model = model;
        this.grouped = groups.stream().map(GroupSpec::field).collect(Collectors.toSet());
    }

    /** The aggregates of a wire value; of nothing, those of all stored fields. */
    static PlainAggregates of(ModelDef model, Object fields, Collection<GroupSpec> groups) {
        PlainAggregates aggregates = new PlainAggregates(model, groups);
        if (!Truth.of(fields)) {
            model.fields().values().stream().filter(FieldDef::stored).forEach(field -> aggregates.add(field.name()));
            return aggregates;
        }
        GroupArguments.items(fields).forEach(field -> aggregates.add(text(field)));
        return aggregates;
    }

    private static String text(Object field) {
        if (field instanceof String text) {
            return text;
        }
        throw PythonError.typeError("expected string or bytes-like object");
    }

    /** Whether SQL knows the field's value: in a column here, or in one of a model that this one inherits. */
    static boolean hasColumn(FieldDef field) {
        boolean inherited = field.computation().map(Computation::inherited).orElse(false);
        boolean column = !field.type().isToMany() && !(field.type() == FieldType.BINARY && field.attachment());
        return column && !field.companyDependent() && (field.stored() || inherited);
    }

    private void add(String text) {
        if (text.equals("sequence") || text.equals(GroupCompiler.COUNT)) {
            return;
        }
        Matcher matcher = FIELD.matcher(text);
        if (!matcher.lookingAt()) {
            throw new UserError("Invalid field specification " + PythonRepr.of(text) + ".");
        }
        String name = matcher.group(1);
        String function = matcher.group(2);
        String source = matcher.group(3) == null ? name : matcher.group(3);
        FieldDef field = model.fields().get(source);
        if (field == null) {
            throw PythonError.valueError(
                    "Invalid field " + PythonRepr.of(source) + " on model " + PythonRepr.of(model.name()));
        }
        if (function == null) {
            addDefault(field);
            return;
        }
        if (!hasColumn(field)) {
            throw new UserError("Cannot aggregate field " + PythonRepr.of(source) + ".");
        }
        if (!FUNCTIONS.contains(function)) {
            throw new UserError("Invalid aggregation function " + PythonRepr.of(function) + ".");
        }
        put(name, source, function);
    }

    private void addDefault(FieldDef field) {
        if (hasColumn(field) && !field.name().equals("id")) {
            field.aggregator().ifPresent(function -> put(field.name(), field.name(), function));
        }
    }

    private void put(String name, String source, String function) {
        if (grouped.contains(source)) {
            return;
        }
        if (columns.containsKey(name)) {
            throw new UserError("Output name " + PythonRepr.of(name) + " is used twice.");
        }
        columns.put(name, source + ":" + function);
    }

    /** The names in the answer, in order. */
    List<String> names() {
        return List.copyOf(columns.keySet());
    }

    /** What to aggregate, in the order of the names. */
    List<String> columns() {
        return new ArrayList<>(columns.values());
    }

    /** What the name stands for. */
    String column(String name) {
        return columns.get(name);
    }

    /** The value of a name in a group; null for none. */
    Object wire(String name, GroupedRows.Row row) {
        return AggregateValues.wire(row.aggregates().get(names().indexOf(name)));
    }
}
