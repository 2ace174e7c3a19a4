package dev.sandoo.server.storage;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.FieldDef.Relation;
import dev.sandoo.schema.ModelDef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects the pairs that the many2many values of base records stand for; a pair may be seen from both of its ends. */
final class RelationRows {
    private final Map<String, RelationTable> tables;
    private final Map<String, Set<Pair>> pairs = new LinkedHashMap<>();

    private record Pair(Object near, Object far) {}

    RelationRows(Map<String, RelationTable> tables) {
        this.tables = tables;
    }

    void add(ModelDef model, List<Map<String, Object>> records) {
        for (Map<String, Object> record : records) {
            record.forEach((name, value) -> {
                FieldDef field = model.fields().get(name);
                if (value instanceof List<?> ids && field != null && field.stored()) {
                    field.relation().ifPresent(relation -> add(relation, record.get("id"), ids));
                }
            });
        }
    }

    private void add(Relation relation, Object id, List<?> others) {
        RelationTable table = tables.get(relation.table().orElse(""));
        if (table == null) {
            return; // one2many: the other side holds it
        }
        boolean fromNear = table.near().column().equals(relation.column().orElseThrow());
        Set<Pair> known = pairs.computeIfAbsent(table.name(), name -> new LinkedHashSet<>());
        others.forEach(other -> known.add(fromNear ? new Pair(id, other) : new Pair(other, id)));
    }

    /** The rows of all relation tables. */
    List<TableRows> rows() {
        List<TableRows> rows = new ArrayList<>();
        pairs.forEach((name, set) -> {
            RelationTable table = tables.get(name);
            List<Object[]> values = set.stream()
                    .map(pair -> new Object[] {pair.near(), pair.far()})
                    .toList();
            rows.add(new TableRows(
                    name, List.of(table.near().column(), table.far().column()), values));
        });
        return rows;
    }
}
