package dev.sandoo.server.orm;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.FieldType;
import dev.sandoo.schema.ModelDef;
import dev.sandoo.server.error.PythonError;
import dev.sandoo.server.error.PythonRepr;
import dev.sandoo.server.field.PythonValues;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Takes rows apart into records: rows that fill only columns of lists belong to the record above them. */
final class ImportRows {
    private final Environment env;

    ImportRows(Environment env) {
        this.env = env;
    }

    /** The records of a model that the rows state. */
    List<ImportRecord> records(ModelDef model, List<List<String>> paths, List<List<Object>> rows) {
        paths.forEach(path -> requireKnown(model, path.get(0)));
        List<ImportRecord> records = new ArrayList<>();
        int from = 0;
        while (from < rows.size()) {
            int to = from;
            while (to + 1 < rows.size() && continues(model, paths, rows.get(to + 1))) {
                to++;
            }
            records.add(new ImportRecord(records.size(), cells(model, paths, rows.subList(from, to + 1)), from, to));
            from = to + 1;
        }
        return records;
    }

    private void requireKnown(ModelDef model, String name) {
        if (isOwn(name) || model.fields().containsKey(name)) {
            return;
        }
        if (!env.version().has(GroupingMethods.FORMATTED)) {
            throw PythonError.keyError(name);
        }
        throw PythonError.valueError("Invalid field name " + PythonRepr.of(name));
    }

    /** Names that stand for the record itself: its name, its external and its database id. */
    private static boolean isOwn(String name) {
        return name.isEmpty() || name.equals("id") || name.equals(".id");
    }

    private static boolean continues(ModelDef model, List<List<String>> paths, List<Object> row) {
        boolean inList = false;
        for (int i = 0; i < paths.size(); i++) {
            if (PythonValues.isTrue(cell(row, i))) {
                FieldDef field = model.fields().get(paths.get(i).get(0));
                if (field == null || field.type() != FieldType.ONE2MANY) {
                    return false;
                }
                inList = true;
            }
        }
        return inList;
    }

    private static Object cell(List<Object> row, int column) {
        return column < row.size() ? row.get(column) : "";
    }

    private Map<String, Object> cells(ModelDef model, List<List<String>> paths, List<List<Object>> rows) {
        Map<String, Object> cells = new LinkedHashMap<>();
        Set<String> relational = new LinkedHashSet<>();
        for (int i = 0; i < paths.size(); i++) {
            String name = paths.get(i).get(0);
            if (!isOwn(name) && model.fields().get(name).type().isRelational()) {
                relational.add(name);
            } else {
                cells.put(name, cell(rows.get(0), i));
            }
        }
        relational.forEach(name -> cells.put(name, below(model.fields().get(name), paths, rows)));
        return cells;
    }

    private List<Map<String, Object>> below(FieldDef field, List<List<String>> paths, List<List<Object>> rows) {
        List<Integer> columns = new ArrayList<>();
        List<List<String>> rest = new ArrayList<>();
        for (int i = 0; i < paths.size(); i++) {
            List<String> path = paths.get(i);
            if (path.get(0).equals(field.name())) {
                columns.add(i);
                rest.add(path.size() > 1 ? path.subList(1, path.size()) : List.of(""));
            }
        }
        List<List<Object>> filled = new ArrayList<>();
        for (List<Object> row : rows) {
            List<Object> cut = columns.stream().map(column -> cell(row, column)).toList();
            if (cut.stream().anyMatch(PythonValues::isTrue)) {
                filled.add(cut);
            }
        }
        ModelDef comodel = env.registry().model(field.comodel());
        return records(comodel, rest, filled).stream().map(ImportRecord::cells).toList();
    }
}
