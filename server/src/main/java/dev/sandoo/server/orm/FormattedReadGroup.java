package dev.sandoo.server.orm;

import dev.sandoo.schema.ModelDef;
import dev.sandoo.server.access.Operation;
import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.DomainPrinter;
import dev.sandoo.server.error.PythonError;
import dev.sandoo.server.error.PythonRepr;
import dev.sandoo.server.query.GroupSpec;
import dev.sandoo.server.query.Page;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code formatted_read_group}: groups with their aggregates under the names that asked for them.
 * Source: recorded answers, 19.0, formatted scenarios of orm_group.
 */
final class FormattedReadGroup {
    private final Environment env;
    private final ModelDef model;

    FormattedReadGroup(Environment env, ModelDef model) {
        this.env = env;
        this.model = model;
    }

    static Object call(Records self, Arguments arguments) {
        new Rights(self.env()).checkModel(self.model(), Operation.READ);
        Grouping grouping = new Grouping(
                groups(arguments.get("groupby")),
                aggregates(arguments.get("aggregates")),
                having(arguments.get("having")));
        if (grouping.groups().isEmpty() && grouping.aggregates().isEmpty()) {
            throw PythonError.of("AssertionError", "");
        }
        Condition condition = GroupingMethods.condition(self.env(), arguments.get("domain"));
        return new FormattedReadGroup(self.env(), self.model())
                .read(grouping, condition, GenericMethods.page(arguments));
    }

    /** What a wire value asks to group by. */
    static List<GroupSpec> groups(Object groupby) {
        List<GroupSpec> specs = new ArrayList<>();
        for (Object name : GroupArguments.items(groupby)) {
            if (!(name instanceof String text)) {
                throw PythonError.typeError("sequence item " + specs.size() + ": expected str instance, "
                        + PythonRepr.typeName(name) + " found");
            }
            specs.add(GroupSpec.parse(text));
        }
        return specs;
    }

    /** What a wire value asks to tell of each group. */
    static List<String> aggregates(Object aggregates) {
        List<String> names = new ArrayList<>();
        GroupArguments.items(aggregates).forEach(name -> names.add(GroupArguments.text(name)));
        return names;
    }

    private static List<?> having(Object having) {
        return having == null ? List.of() : GroupArguments.items(having);
    }

    /** The groups as wire values. */
    List<Object> read(Grouping grouping, Condition condition, Page page) {
        GroupedRows rows = grouping.read(env, model, condition, page);
        GroupedRows filled = new GroupFiller(env, model, grouping.aggregates()).withDates(rows);
        List<GroupKey> keys = GroupKey.of(env, filled);
        List<Object> wire = new ArrayList<>();
        filled.rows().forEach(row -> wire.add(line(keys, grouping.aggregates(), row)));
        return wire;
    }

    private Map<String, Object> line(List<GroupKey> keys, List<String> aggregates, GroupedRows.Row row) {
        Map<String, Object> line = new LinkedHashMap<>();
        List<Condition> common = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            GroupKey key = keys.get(i);
            Object value = row.keys().get(i);
            line.put(
                    key.column().spec().text(),
                    key.dates(value)
                            .<Object>map(dates -> List.of(dates.from(), key.label(value)))
                            .orElseGet(() -> key.wire(value)));
            common.addAll(key.condition(value));
        }
        line.put("__extra_domain", DomainPrinter.wire(Condition.allOf(common)));
        for (int i = 0; i < aggregates.size(); i++) {
            String name = aggregates.get(i).replace(":recordset", ":array_agg");
            line.put(
                    name,
                    GroupingMethods.aggregate(model, name, row.aggregates().get(i)));
        }
        return line;
    }
}
