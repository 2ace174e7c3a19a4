package dev.sandoo.server.orm;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.FieldType;
import dev.sandoo.schema.ModelDef;
import dev.sandoo.server.access.Operation;
import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.DomainPrinter;
import dev.sandoo.server.domain.Truth;
import dev.sandoo.server.error.PythonError;
import dev.sandoo.server.error.PythonRepr;
import dev.sandoo.server.query.GroupCompiler;
import dev.sandoo.server.query.GroupSpec;
import dev.sandoo.server.query.Page;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code read_group} of versions that have {@code formatted_read_group}, and keep this one as it was: groups by month unless
 * told otherwise, names aggregates by their fields. Source: recorded answers, 19.0, orm_group.
 */
final class ReadGroup {
    /** As Odoo matches it: from the start, and what follows is passed over. */
    private static final Pattern FIELD = Pattern.compile("(\\w+)(?::(\\w+)(?:\\((\\w+)\\))?)?");

    private final Environment env;
    private final ModelDef model;
    private final boolean lazy;
    /** Groups by the name that the caller knows them by. */
    private final Map<String, GroupSpec> groups = new LinkedHashMap<>();
    /** Aggregates by the name that the caller knows them by. */
    private final Map<String, String> aggregates = new LinkedHashMap<>();

    private ReadGroup(Records self, Arguments arguments) {
        this.env = self.env();
        this.model = self.model();
        this.lazy = arguments.isTrue("lazy");
    }

    static Object call(Records self, Arguments arguments) {
        new Rights(self.env()).checkModel(self.model(), Operation.READ);
        return new ReadGroup(self, arguments).read(arguments);
    }

    private List<Object> read(Arguments arguments) {
        Object groupby = arguments.get("groupby");
        List<Object> names = lazy ? GroupArguments.first(groupby) : GroupArguments.names(groupby);
        List<GroupSpec> specs = new ArrayList<>();
        names.forEach(name -> specs.add(group(GroupArguments.text(name))));
        for (Object field : GroupArguments.items(arguments.get("fields"))) {
            aggregate(GroupArguments.text(field));
        }
        Condition condition = GroupingMethods.condition(env, arguments.get("domain"));
        List<String> columns = new ArrayList<>(aggregates.values());
        columns.add(GroupCompiler.COUNT);
        Page page = new Page(order(arguments.get("orderby")), arguments.get("limit"), arguments.get("offset"));
        GroupedRows rows = new Grouping(specs, columns, List.of()).read(env, model, condition, page);
        GroupFiller filler = new GroupFiller(env, model, columns);
        GroupedRows expanded = lazy ? filler.withRecords(rows, condition) : rows;
        GroupedRows filled = filler.withDates(expanded);
        List<GroupKey> keys = GroupKey.of(env, filled);
        Map<Integer, Object> folds = lazy ? filler.folds(filled) : Map.of();
        List<Object> lines = new ArrayList<>();
        for (GroupedRows.Row row : filled.rows()) {
            lines.add(new Line(keys, names, row).wire(condition, folds, rest(groupby)));
        }
        return lines;
    }

    private List<Object> rest(Object groupby) {
        List<Object> all = GroupArguments.names(groupby);
        return lazy && all.size() > 1 ? all.subList(1, all.size()) : List.of();
    }

    private GroupSpec group(String text) {
        GroupSpec spec = GroupSpec.parse(text);
        FieldDef field = model.fields().get(spec.field());
        if (field == null) {
            throw unknown(spec.field());
        }
        if (spec.path().size() > 1) {
            throw PythonError.valueError("Property name "
                    + PythonRepr.of(text.substring(spec.field().length() + 1).split(":")[0])
                    + " has to be used on a property field.");
        }
        boolean dated = field.type() == FieldType.DATE || field.type() == FieldType.DATETIME;
        GroupSpec full = dated && spec.function().isEmpty() ? GroupSpec.parse(text + ":month") : spec;
        groups.put(text, full);
        return full;
    }

    private PythonError unknown(String field) {
        return PythonError.valueError(
                "Invalid field " + PythonRepr.of(field) + " on model " + PythonRepr.of(model.name()));
    }

    private void aggregate(String text) {
        if (text.equals(GroupCompiler.COUNT)) {
            return;
        }
        Matcher matcher = FIELD.matcher(text);
        if (!matcher.lookingAt()) {
            throw PythonError.valueError("Invalid field specification " + PythonRepr.of(text) + ".");
        }
        String name = matcher.group(1);
        if (matcher.group(2) != null) {
            String field = matcher.group(3) == null ? name : matcher.group(3);
            aggregates.put(name, field + ":" + matcher.group(2));
            return;
        }
        FieldDef field = model.fields().get(name);
        if (field == null) {
            throw unknown(name);
        }
        boolean grouped =
                groups.values().stream().anyMatch(group -> group.field().equals(name));
        if (!grouped && GroupingMethods.isAggregated(field)) {
            field.aggregator().ifPresent(function -> aggregates.put(name, name + ":" + function));
        }
    }

    /** The order in terms of what the statement knows. */
    private Object order(Object orderby) {
        if (!Truth.of(orderby)) {
            return false;
        }
        if (!(orderby instanceof String text)) {
            throw PythonError.attributeError("'" + PythonRepr.typeName(orderby) + "' object has no attribute 'split'");
        }
        List<String> terms = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            String term = part.strip();
            String name = term.split("\\s", 2)[0];
            terms.add(translated(name) + term.substring(name.length()));
        }
        return String.join(",", terms);
    }

    private String translated(String name) {
        if (aggregates.containsKey(name)) {
            return aggregates.get(name);
        }
        for (Map.Entry<String, GroupSpec> group : groups.entrySet()) {
            if (name.equals(group.getKey()) || name.equals(group.getValue().field())) {
                return group.getValue().text();
            }
            if (name.equals(group.getValue().field() + "_count")) {
                return GroupCompiler.COUNT;
            }
        }
        return name;
    }

    /** The answer on one group. */
    private final class Line {
        private final List<GroupKey> keys;
        private final List<Object> names;
        private final GroupedRows.Row row;
        private final Map<String, Object> line = new LinkedHashMap<>();

        Line(List<GroupKey> keys, List<Object> names, GroupedRows.Row row) {
            this.keys = keys;
            this.names = names;
            this.row = row;
        }

        Map<String, Object> wire(Condition condition, Map<Integer, Object> folds, List<Object> rest) {
            addValues();
            if (!folds.isEmpty()) {
                line.put("__fold", Boolean.TRUE.equals(folds.get(row.keys().get(0))));
            }
            List<Condition> common = new ArrayList<>();
            Map<String, Object> ranges = new LinkedHashMap<>();
            for (int i = 0; i < keys.size(); i++) {
                common.addAll(describe(i, ranges));
            }
            line.put("__domain", DomainPrinter.wire(GroupingMethods.all(condition, common)));
            if (!ranges.isEmpty()) {
                line.put("__range", ranges);
            }
            if (!rest.isEmpty()) {
                line.put("__context", Map.of("group_by", rest));
            }
            return line;
        }

        private void addValues() {
            for (int i = 0; i < keys.size(); i++) {
                GroupKey key = keys.get(i);
                Object value = row.keys().get(i);
                line.put((String) names.get(i), key.dates(value).isPresent() ? key.label(value) : key.wire(value));
            }
            boolean named = lazy && !keys.isEmpty();
            int last = row.aggregates().size() - 1;
            String count = named ? keys.get(0).column().spec().field() + "_count" : GroupCompiler.COUNT;
            line.put(count, AggregateValues.wire(row.aggregates().get(last)));
            int i = 0;
            for (Map.Entry<String, String> aggregate : aggregates.entrySet()) {
                line.put(
                        aggregate.getKey(),
                        GroupingMethods.aggregate(
                                model, aggregate.getValue(), row.aggregates().get(i++)));
            }
        }

        /** An aggregate that took the name of a group takes its place in the condition too. */
        private List<Condition> describe(int i, Map<String, Object> ranges) {
            GroupKey key = keys.get(i);
            String name = (String) names.get(i);
            Object value = row.keys().get(i);
            if (key.column().span().isPresent()) {
                ranges.put(name, key.dates(value).<Object>map(DateGroup::range).orElse(false));
            }
            return aggregates.containsKey(name) ? key.equal(line.get(name)) : key.condition(value);
        }
    }
}
