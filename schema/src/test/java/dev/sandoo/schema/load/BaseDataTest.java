package dev.sandoo.schema.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sandoo.schema.AccessRight;
import dev.sandoo.schema.ExternalId;
import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.FieldType;
import dev.sandoo.schema.GroupDef;
import dev.sandoo.schema.ModelDef;
import dev.sandoo.schema.RecordRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Source of the expectations: the facts read off real servers. */
class BaseDataTest {
    private final BaseData newest = BaseData.of("19.0");

    @Test
    void groupNamesThoseItImplies() {
        GroupDef user = newest.groups().get(0);

        assertEquals(
                new GroupDef(
                        1,
                        "base.group_user",
                        "Role / User",
                        List.of("purchase.group_send_reminder", "base.group_no_one")),
                user);
    }

    @Test
    void accessRightOfEveryoneHasNoGroup() {
        AccessRight toAttachments = accessRight("base.access_ir_attachment_group_portal_public");

        assertEquals("ir.attachment", toAttachments.model());
        assertEquals(Optional.empty(), toAttachments.group());
        assertEquals("", toAttachments.operations());
    }

    @Test
    void accessRightListsItsOperations() {
        assertEquals("rw", accessRight("base.access_decimal_precision_config").operations());
    }

    @Test
    void ruleKeepsItsExpression() {
        RecordRule rule = newest.rules().stream()
                .filter(line -> line.externalId().equals("base.ir_default_user_rule"))
                .findFirst()
                .orElseThrow();

        assertEquals("[('user_id','=',user.id)]", rule.domain());
        assertEquals(List.of("base.group_user"), rule.groups());
        assertEquals("wcd", rule.operations());
        assertTrue(rule.active());
    }

    @Test
    void externalIdLeadsToItsRecord() {
        assertTrue(newest.externalIds().contains(new ExternalId(2, "base", "main_company", "res.company", 1, true)));
    }

    @Test
    void recordHasIdAndWireValues() {
        Map<String, Object> admin = newest.records().get("res.users").get(1);

        assertEquals(2, admin.get("id"));
        assertEquals("admin", admin.get("login"));
        assertEquals(3, admin.get("partner_id"));
        assertTrue(((List<?>) admin.get("group_ids")).contains(4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"14.0", "19.0"})
    void recordsHoldStoredFieldsAndPointToRecordsThatAreThere(String version) {
        Map<String, ModelDef> models = SchemaLoader.load(version).models();
        Map<String, List<Map<String, Object>>> records = BaseData.of(version).records();
        Map<String, Set<Object>> ids = new HashMap<>();
        records.forEach((model, lines) ->
                ids.put(model, lines.stream().map(line -> line.get("id")).collect(Collectors.toSet())));
        List<String> wrong = new ArrayList<>();

        records.forEach((model, lines) -> lines.forEach(line -> line.forEach((name, value) -> {
            FieldDef field = models.get(model).fields().get(name);
            if (field == null || !field.stored()) {
                wrong.add(model + " " + line.get("id") + " has no column " + name);
            } else if (field.type() == FieldType.MANY2ONE || field.type() == FieldType.MANY2MANY) {
                List<?> targets = value instanceof List<?> list ? list : List.of(value);
                targets.stream()
                        .filter(target -> !isThere(field.comodel(), target, models, ids))
                        .forEach(target -> wrong.add(model + " " + line.get("id") + "." + name + ": " + target));
            }
        })));

        assertEquals(List.of(), wrong);
    }

    private static boolean isThere(
            String comodel, Object target, Map<String, ModelDef> models, Map<String, Set<Object>> ids) {
        if (target instanceof String name) {
            int dot = name.lastIndexOf('.');
            return models.containsKey(name)
                    || dot > 0
                            && models.containsKey(name.substring(0, dot))
                            && models.get(name.substring(0, dot)).fields().containsKey(name.substring(dot + 1));
        }
        return ids.getOrDefault(comodel, Set.of()).contains(target);
    }

    @ParameterizedTest
    @ValueSource(strings = {"14.0", "19.0"})
    void rightsAndRulesNameGroupsThatAreThere(String version) {
        BaseData data = BaseData.of(version);
        Set<String> groups = data.groups().stream().map(GroupDef::externalId).collect(Collectors.toSet());

        data.groups().forEach(group -> assertTrue(groups.containsAll(group.implied()), group.toString()));
        data.accessRights()
                .forEach(right -> assertTrue(right.group().map(groups::contains).orElse(true), right.toString()));
        data.rules().forEach(rule -> assertTrue(groups.containsAll(rule.groups()), rule.toString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"14.0", "19.0"})
    void externalIdsAreUniqueAndLeadToRecords(String version) {
        BaseData data = BaseData.of(version);
        Map<String, List<Map<String, Object>>> records = data.records();

        List<ExternalId> ids = data.externalIds();

        assertEquals(
                ids.size(),
                ids.stream().map(id -> id.module() + "." + id.name()).distinct().count());
        List<ExternalId> lost = ids.stream()
                .filter(id -> records.getOrDefault(id.model(), List.of()).stream()
                        .noneMatch(record -> record.get("id").equals(id.resId())))
                .toList();
        assertEquals(List.of(), lost);
    }

    @Test
    void pythonObjectsAreNoValues() {
        newest.records()
                .values()
                .forEach(lines -> lines.forEach(line -> line.values()
                        .forEach(value -> assertFalse(String.valueOf(value).startsWith("<odoo"), line.toString()))));
    }

    @Test
    void badRecordIsRefusedWithFileAndPlace() {
        DataFiles files = new DataFiles().replacing("records/pet.json", "\"id\": 1", "\"id\": \"one\"");

        SchemaDataException refusal = assertThrows(
                SchemaDataException.class,
                () -> BaseData.in(files.folder(), DataFiles.own()).records());

        assertEquals("test/records/pet.json, element 1: \"id\" must be a whole number", refusal.getMessage());
    }

    @Test
    void rightsOnOwnModelsComeLast() {
        DataFiles files = new DataFiles()
                .with("access.json", "[{\"xmlid\": \"a.b\", \"name\": \"B\", \"model\": \"pet\", \"crud\": \"rw--\"}]");

        List<AccessRight> rights = BaseData.in(files.folder(), DataFiles.own()).accessRights();

        assertEquals(
                List.of("a.b", "own.access_diary"),
                rights.stream().map(AccessRight::externalId).toList());
    }

    @Test
    void badOperationsAreRefused() {
        DataFiles files = new DataFiles()
                .with("access.json", "[{\"xmlid\": \"a.b\", \"name\": \"B\", \"model\": \"pet\", \"crud\": \"wr--\"}]");

        SchemaDataException refusal = assertThrows(
                SchemaDataException.class,
                () -> BaseData.in(files.folder(), DataFiles.own()).accessRights());

        assertEquals("test/access.json, element 1: \"crud\" must be letters of rwcd or dashes", refusal.getMessage());
    }

    @Test
    void rowThatDoesNotFitItsColumnsIsRefused() {
        DataFiles files =
                new DataFiles().with("external_ids.json", "{\"columns\": [\"id\", \"module\"], \"rows\": [[1]]}");

        SchemaDataException refusal = assertThrows(
                SchemaDataException.class,
                () -> BaseData.in(files.folder(), DataFiles.own()).externalIds());

        assertEquals(
                "test/external_ids.json: \"rows\" has a row that does not fit the columns: [1]", refusal.getMessage());
    }

    private AccessRight accessRight(String externalId) {
        return newest.accessRights().stream()
                .filter(line -> line.externalId().equals(externalId))
                .findFirst()
                .orElseThrow();
    }
}
