package dev.sandoo.schema.load;

import dev.sandoo.schema.AccessRight;
import dev.sandoo.schema.ExternalId;
import dev.sandoo.schema.GroupDef;
import dev.sandoo.schema.RecordRule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a fresh database of a version holds, read when its template is built.
 *
 * <p>Records are given by model, with their {@code id} and the wire values of their stored fields: a many2many is a list
 * of ids, a many2one an id. A many2one to {@code ir.model} or {@code ir.model.fields} is a name instead ({@code res.partner},
 * {@code res.partner.lang}), as these records follow from the schema. Empty values are left out. The external ids of rights
 * and rules stand with these, those of models and fields follow from the schema, all others are in {@link #externalIds}.
 */
public final class BaseData {
    private final DataFolder folder;
    private final DataFolder own;

    private BaseData(DataFolder folder, DataFolder own) {
        this.folder = folder;
        this.own = own;
    }

    /**
     * The base data of a version; each method reads its file anew and throws {@link SchemaDataException} when it is bad.
     *
     * @throws IllegalArgumentException when there is no data for the version
     */
    public static BaseData of(String version) {
        return new BaseData(SchemaLoader.folderOf(version), SchemaLoader.ownFolder());
    }

    static BaseData in(DataFolder folder, DataFolder own) {
        return new BaseData(folder, own);
    }

    /** The groups, by id. */
    public List<GroupDef> groups() {
        return folder.list("groups.json")
                .map(line ->
                        new GroupDef(line.integer("id"), line.text("xmlid"), line.text("name"), line.texts("implied")));
    }

    /** The access rights, in the order of their ids; those on Sandoo's own models come last. */
    public List<AccessRight> accessRights() {
        return Stream.of(folder, own)
                .flatMap(data -> accessRights(data).stream())
                .toList();
    }

    private static List<AccessRight> accessRights(DataFolder folder) {
        return folder.list("access.json")
                .map(line -> new AccessRight(
                        line.text("xmlid"),
                        line.text("name"),
                        line.text("model"),
                        line.optionalText("group"),
                        operations(line)));
    }

    /** The record rules, in the order of their ids. */
    public List<RecordRule> rules() {
        return folder.list("rules.json")
                .map(line -> new RecordRule(
                        line.text("xmlid"),
                        line.text("name"),
                        line.text("model"),
                        line.texts("groups"),
                        line.text("domain", "[]"),
                        operations(line),
                        line.flag("active", true)));
    }

    /** The external ids, by id. */
    public List<ExternalId> externalIds() {
        Entry file = folder.object("external_ids.json");
        List<String> columns = file.texts("columns");
        List<ExternalId> result = new ArrayList<>();
        for (Object row : file.elements("rows")) {
            result.add(externalId(rowAsObject(file, columns, row)));
        }
        return result;
    }

    private static ExternalId externalId(Entry row) {
        return new ExternalId(
                row.integer("id"),
                row.text("module"),
                row.text("name"),
                row.text("model"),
                row.integer("res_id"),
                row.flag("noupdate"));
    }

    private static Entry rowAsObject(Entry file, List<String> columns, Object row) {
        if (!(row instanceof List<?> cells) || cells.size() != columns.size()) {
            throw file.bad("rows", "has a row that does not fit the columns: " + row);
        }
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            object.put(columns.get(i), cells.get(i));
        }
        return Entry.of(file.where() + ", row " + cells, object);
    }

    /** The records by model; models in alphabetical order, records by id. */
    public Map<String, List<Map<String, Object>>> records() {
        Map<String, List<Map<String, Object>>> records = new LinkedHashMap<>();
        for (String model : folder.object("index.json").texts("records")) {
            records.put(model, records(model));
        }
        return records;
    }

    /** The records of one model that has some, by id. */
    public List<Map<String, Object>> records(String model) {
        return folder.list("records/" + model + ".json").map(BaseData::record);
    }

    private static Map<String, Object> record(Entry line) {
        Map<String, Object> record = line.takeAll();
        if (record.get("id") instanceof Integer) {
            return Collections.unmodifiableMap(record);
        }
        throw line.bad("id", "must be a whole number");
    }

    private static String operations(Entry line) {
        String operations = line.text("crud").replace("-", "");
        if (!operations.matches("r?w?c?d?")) {
            throw line.bad("crud", "must be letters of rwcd or dashes");
        }
        return operations;
    }
}
