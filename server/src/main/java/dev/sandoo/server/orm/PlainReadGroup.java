package dev.sandoo.server.orm;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.FieldType;
import dev.sandoo.schema.ModelDef;
import dev.sandoo.server.access.Operation;
import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.DomainPrinter;
import dev.sandoo.server.domain.LeafListDomain;
import dev.sandoo.server.error.PythonError;
import dev.sandoo.server.error.PythonRepr;
import dev.sandoo.server.query.DateSpan;
import dev.sandoo.server.query.GroupCompiler;
import dev.sandoo.server.query.GroupSpec;
import dev.sandoo.server.query.Page;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code read_group} of versions whose domains are lists of leaves. Source: recorded answers, 14.0, orm_group. */
final class PlainReadGroup {
    private final Environment env;
    private final ModelDef model;
    private final boolean lazy;
    private final Object groupby;
    private final Object domain;
    private final Map<String, GroupSpec> groups = new LinkedHashMap<>();
    private final PlainAggregates aggregates;

    private PlainReadGroup(Records self, Arguments arguments) {
        this.env = self.env();
        this.model = self.model();
        this.lazy = arguments.isTrue("lazy");
        this.groupby = arguments.get("groupby");
        this.domain = arguments.get("domain");
        List<String> all = distinct(groupby);
        all.subList(0, lazy ? Math.min(1, all.size()) : all.size()).forEach(this::group);
        this.aggregates = PlainAggregates.of(model, arguments.get("fields"), groups.values());
        groups.values().forEach(this::requireStored);
    }

    static Object call(Records self, Arguments arguments) {
        new Rights(self.env()).checkModel(self.model(), Operation.READ);
        Condition condition = GroupingMethods.condition(self.env(), arguments.get("domain"));
        PlainReadGroup reader = new PlainReadGroup(self, arguments);
        PlainOrder order = new PlainOrder(self.model(), reader.groups, reader.aggregates);
        return reader.read(condition, order.page(arguments));
    }

    /** {@code web_read_group}: a page of groups, and how many there are in all. */
    static Object web(Records self, Arguments arguments) {
        List<?> shown = (List<?>) call(self, arguments);
        int length = shown.size();
        boolean cut = arguments.get("limit") instanceof Integer limit && limit == length && length > 0;
        if (cut) {
            Map<String, Object> uncut = new LinkedHashMap<>(arguments.values());
            uncut.put("limit", false);
            uncut.put("offset", 0);
            uncut.put("fields", List.of("id"));
            uncut.put("orderby", false);
            length = ((List<?>) call(self, new Arguments(uncut, List.of(), Map.of()))).size();
        } else if (length > 0) {
            length += arguments.get("offset") instanceof Integer offset ? offset : 0;
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("groups", shown);
        answer.put("length", length);
        return answer;
    }

    private static List<String> distinct(Object groupby) {
        Set<String> names = new LinkedHashSet<>();
        for (Object name : GroupArguments.names(groupby)) {
            if (name instanceof List || name instanceof Map) {
                throw PythonError.typeError("unhashable type: '" + PythonRepr.typeName(name) + "'");
            }
            if (!(name instanceof String text)) {
                throw PythonError.attributeError("'" + PythonRepr.typeName(name) + "' object has no attribute 'split'");
            }
            names.add(text);
        }
        return List.copyOf(names);
    }

    /** A granularity of anything but dates is passed over; dates without one are grouped by month. */
    private void group(String text) {
        String[] parts = text.split(":", -1);
        FieldDef field = model.fields().get(parts[0]);
        if (field == null) {
            throw PythonError.valueError(
                    "Invalid field " + PythonRepr.of(parts[0]) + " on model " + PythonRepr.of(model.name()));
        }
        Optional<String> granularity = Optional.empty();
        if (field.type() == FieldType.DATE || field.type() == FieldType.DATETIME) {
            String named = parts.length > 1 && !parts[1].isEmpty() ? parts[1] : "month";
            DateSpan.of(named).orElseThrow(() -> PythonError.keyError(named));
            granularity = Optional.of(named);
        }
        groups.put(text, GroupSpec.of(text, parts[0], granularity));
    }

    private void requireStored(GroupSpec spec) {
        if (!PlainAggregates.hasColumn(model.fields().get(spec.field()))) {
            throw PythonError.of(
                    "AssertionError",
                    "Fields in 'groupby' must be regular database-persisted fields (no function or related fields),"
                            + " or function fields with store=True");
        }
    }

    private List<Object> read(Condition condition, Page page) {
        List<String> columns = new ArrayList<>(aggregates.columns());
        columns.add(GroupCompiler.COUNT);
        columns.add("id:min");
        GroupedRows rows =
                new Grouping(List.copyOf(groups.values()), columns, List.of()).read(env, model, condition, page);
        GroupFiller filler = new GroupFiller(env, model, columns);
        GroupedRows expanded = lazy ? filler.withRecords(rows, condition) : rows;
        GroupedRows filled = rows.rows().isEmpty() ? expanded : filler.withDates(expanded);
        List<GroupKey> keys = GroupKey.of(env, filled);
        Map<Integer, Object> folds = lazy ? filler.folds(filled) : Map.of();
        List<Object> lines = new ArrayList<>();
        for (GroupedRows.Row row : filled.rows()) {
            Map<String, Object> line = keys.isEmpty() ? whole(row) : line(keys, row);
            if (!folds.isEmpty()) {
                line.put("__fold", Boolean.TRUE.equals(folds.get(row.keys().get(0))));
            }
            lines.add(line);
        }
        return lines;
    }

    /** All records as one group: missing values stay None, and the least id shows. */
    private Map<String, Object> whole(GroupedRows.Row row) {
        Map<String, Object> line = new LinkedHashMap<>();
        int last = row.aggregates().size() - 1;
        line.put("id", row.aggregates().get(last));
        line.put(GroupCompiler.COUNT, AggregateValues.wire(row.aggregates().get(last - 1)));
        aggregates.names().forEach(name -> line.put(name, aggregates.wire(name, row)));
        return line;
    }

    private Map<String, Object> line(List<GroupKey> keys, GroupedRows.Row row) {
        Map<String, Object> line = new LinkedHashMap<>();
        String count = lazy ? keys.get(0).column().spec().field() + "_count" : GroupCompiler.COUNT;
        line.put(
                count,
                AggregateValues.wire(row.aggregates().get(row.aggregates().size() - 2)));
        for (String name : aggregates.names()) {
            Object value = aggregates.wire(name, row);
            line.put(name, value == null ? Boolean.FALSE : value);
        }
        line.remove("id");
        List<List<Object>> domains = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            GroupKey key = keys.get(i);
            Object value = row.keys().get(i);
            line.put(key.column().spec().text(), key.dates(value).isPresent() ? key.label(value) : key.wire(value));
            domains.add(DomainPrinter.wire(Condition.allOf(key.condition(value))));
        }
        line.put("__domain", domain(domains, line.get(count)));
        List<String> rest = rest();
        if (!rest.isEmpty()) {
            line.put("__context", Map.of("group_by", rest));
        }
        return line;
    }

    /** An empty group's domain is put together without an operator. */
    private List<Object> domain(List<List<Object>> parts, Object count) {
        List<List<Object>> all = new ArrayList<>(parts);
        if (Integer.valueOf(0).equals(count)) {
            all.add(new ArrayList<>((List<?>) domain));
            return all.stream().flatMap(List::stream).toList();
        }
        all.add(LeafListDomain.normalized((List<?>) domain));
        return LeafListDomain.all(all);
    }

    private List<String> rest() {
        List<String> all = distinct(groupby);
        return lazy && all.size() > 1 ? all.subList(1, all.size()) : List.of();
    }
}
