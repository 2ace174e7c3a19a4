package dev.sandoo.server.orm;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.FieldType;
import dev.sandoo.server.access.Operation;
import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.error.PythonError;
import dev.sandoo.server.error.PythonRepr;
import dev.sandoo.server.field.PythonValues;
import dev.sandoo.server.query.GroupCompiler;
import dev.sandoo.server.query.GroupSpec;
import dev.sandoo.server.query.Page;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code read_progress_bar}: how many records of each group have each of some values. */
final class ProgressBar {
    private final Environment env;
    private final Map<String, Object> colors;
    private final Map<String, Object> counts = new LinkedHashMap<>();

    @SuppressWarnings("unchecked")
    private ProgressBar(Environment env, Object colors) {
        this.env = env;
        this.colors = colors instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }

    static Object call(Records self, Arguments arguments) {
        new Rights(self.env()).checkModel(self.model(), Operation.READ);
        Map<String, Object> bar = arguments.map("progress_bar");
        GroupSpec group = group(self, GroupArguments.text(arguments.get("group_by")));
        GroupSpec value = GroupSpec.parse(GroupArguments.text(bar.get("field")));
        FieldDef field = self.model().fields().get(value.field());
        if (field == null) {
            throw PythonError.keyError(value.field());
        }
        if (!field.hasColumn()) {
            throw NotEmulated.method(self.model().name(), "read_progress_bar of " + PythonRepr.of(field.name()));
        }
        Condition condition = GroupingMethods.condition(self.env(), arguments.get("domain"));
        GroupedRows rows = new Grouping(List.of(group, value), List.of(GroupCompiler.COUNT), List.of())
                .read(self.env(), self.model(), condition, Page.ALL);
        return new ProgressBar(self.env(), bar.get("colors")).count(rows);
    }

    private static GroupSpec group(Records self, String text) {
        GroupSpec spec = GroupSpec.parse(text);
        FieldDef field = self.field(spec.field());
        boolean dated = field.type() == FieldType.DATE || field.type() == FieldType.DATETIME;
        return dated && spec.function().isEmpty() ? GroupSpec.parse(text + ":month") : spec;
    }

    private Map<String, Object> count(GroupedRows rows) {
        List<GroupKey> keys = GroupKey.of(env, rows);
        for (GroupedRows.Row row : rows.rows()) {
            String value = PythonValues.str(keys.get(1).wire(row.keys().get(1)));
            boolean asked = colors.containsKey(value);
            if (asked || !identified()) {
                Map<String, Object> group = group(name(keys.get(0), row.keys().get(0)));
                if (asked) {
                    group.put(value, AggregateValues.wire(row.aggregates().get(0)));
                }
            }
        }
        return counts;
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> group(String name) {
        return (Map<String, Object>) counts.computeIfAbsent(name, key -> {
            Map<String, Object> zeros = new LinkedHashMap<>();
            colors.keySet().forEach(color -> zeros.put(color, 0));
            return zeros;
        });
    }

    /**
     * Since there are formatted groups, they go by what tells them apart and are left out without any of the values asked
     * for; before, all of them go by what they are called.
     */
    private boolean identified() {
        return env.version().has(GroupingMethods.FORMATTED);
    }

    private String name(GroupKey key, Object value) {
        boolean identified = identified();
        if (key.dates(value).isPresent()) {
            return identified ? String.valueOf(key.dates(value).get().from()) : key.label(value);
        }
        Object wire = key.wire(value);
        if (wire instanceof List<?> pair) {
            return String.valueOf(pair.get(identified ? 0 : 1));
        }
        return identified || !Boolean.FALSE.equals(wire) ? PythonValues.str(wire) : "false";
    }
}
