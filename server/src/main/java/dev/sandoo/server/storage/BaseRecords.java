package dev.sandoo.server.storage;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sandoo.schema.ModelDef;
import dev.sandoo.schema.Schema;
import dev.sandoo.schema.load.BaseData;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All rows of a fresh database: the records of the data and those that follow from the schema. */
record BaseRecords(List<TableRows> tables, Map<String, List<Map<String, Object>>> records) {
    static BaseRecords of(Schema schema, BaseData data, LocalDateTime now) {
        ReflectedModels models = new ReflectedModels(schema);
        Map<String, List<Map<String, Object>>> records = records(data, models);
        ObjectMapper json = new ObjectMapper();
        CompanyValues companyValues = new CompanyValues(records.getOrDefault("ir.default", List.of()), json);
        RecordRows rows = new RecordRows(new ColumnValues(models, companyValues, json), now);
        RelationRows relations = new RelationRows(RelationTable.of(schema));
        List<TableRows> tables = new ArrayList<>();
        records.forEach((name, list) -> {
            ModelDef model = schema.models().get(name);
            tables.add(rows.of(model, ParentPaths.completed(model, list)));
            relations.add(model, list);
        });
        tables.addAll(relations.rows());
        return new BaseRecords(tables, records);
    }

    private static Map<String, List<Map<String, Object>>> records(BaseData data, ReflectedModels models) {
        Map<String, List<Map<String, Object>>> records = new LinkedHashMap<>(data.records());
        RightRecords rights = new RightRecords(data, models);
        records.putAll(models.records());
        records.putAll(rights.records());
        records.put(ExternalIdRecords.MODEL, new ExternalIdRecords(data.externalIds(), rights.names()).records());
        return records;
    }
}
