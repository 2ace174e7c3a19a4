package dev.sandoo.server.storage;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.FieldType;
import dev.sandoo.schema.ModelDef;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Turns the base records of a model into rows of its table. */
final class RecordRows {
    /** What users and dates of creation and last change are called; every base record is the system user's. */
    private static final List<String> LOG = List.of("create_uid", "create_date", "write_uid", "write_date");

    private static final int SYSTEM_USER = 1;

    private final ColumnValues values;
    private final LocalDateTime now;

    /** @param now when the records are made, in UTC */
    RecordRows(ColumnValues values, LocalDateTime now) {
        this.values = values;
        this.now = now;
    }

    TableRows of(ModelDef model, List<Map<String, Object>> records) {
        List<String> columns = columns(model, records);
        List<Object[]> rows = new ArrayList<>();
        for (Map<String, Object> record : records) {
            rows.add(row(model, columns, record));
        }
        return new TableRows(model.table(), columns, rows);
    }

    private static List<String> columns(ModelDef model, List<Map<String, Object>> records) {
        Set<String> columns = new LinkedHashSet<>(List.of("id"));
        records.forEach(record ->
                record.keySet().stream().filter(name -> hasColumn(model, name)).forEach(columns::add));
        if (model.parentStore()) {
            columns.add(ParentPaths.COLUMN);
        }
        if (model.hasLog()) {
            columns.addAll(LOG);
        }
        return List.copyOf(columns);
    }

    private static boolean hasColumn(ModelDef model, String name) {
        FieldDef field = model.fields().get(name);
        return field != null && !name.equals("id") && ColumnDdl.hasColumn(field);
    }

    private Object[] row(ModelDef model, List<String> columns, Map<String, Object> record) {
        Object[] row = new Object[columns.size()];
        for (int i = 0; i < row.length; i++) {
            String column = columns.get(i);
            Object value = record.get(column);
            row[i] = LOG.contains(column) ? log(model, column) : value(model, column, value);
        }
        return row;
    }

    private Object value(ModelDef model, String column, Object value) {
        return column.equals("id") ? value : values.of(model, model.fields().get(column), value);
    }

    private Object log(ModelDef model, String column) {
        return model.fields().get(column).type() == FieldType.DATETIME ? now : (Integer) SYSTEM_USER;
    }
}
