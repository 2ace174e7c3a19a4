package dev.sandoo.server.storage;

import dev.sandoo.schema.AccessRight;
import dev.sandoo.schema.GroupDef;
import dev.sandoo.schema.RecordRule;
import dev.sandoo.schema.load.BaseData;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The records of {@code ir.model.access} and {@code ir.rule}, numbered in the order of the data, and their external
 * ids.
 */
final class RightRecords {
    static final String ACCESS = "ir.model.access";
    static final String RULE = "ir.rule";

    private final ReflectedModels models;
    private final Map<String, Integer> groups;
    private final List<Map<String, Object>> accessRights = new ArrayList<>();
    private final List<Map<String, Object>> rules = new ArrayList<>();
    private final List<NamedRecord> names = new ArrayList<>();

    /** A record that has an external id, such as {@code base.res_partner_rule}. */
    record NamedRecord(String externalId, String model, int id) {}

    RightRecords(BaseData data, ReflectedModels models) {
        this.models = models;
        this.groups = data.groups().stream().collect(Collectors.toMap(GroupDef::externalId, GroupDef::id));
        // A few rights are on models that nothing else names and that the schema leaves out.
        data.accessRights().stream()
                .filter(right -> models.hasModel(right.model()))
                .forEach(this::add);
        data.rules().stream().filter(rule -> models.hasModel(rule.model())).forEach(this::add);
    }

    Map<String, List<Map<String, Object>>> records() {
        return Map.of(ACCESS, accessRights, RULE, rules);
    }

    List<NamedRecord> names() {
        return names;
    }

    private void add(AccessRight right) {
        Map<String, Object> record = record(accessRights.size() + 1, right.name(), right.model(), right.operations());
        record.put("active", true);
        right.group().ifPresent(group -> record.put("group_id", groupId(group)));
        accessRights.add(record);
        names.add(new NamedRecord(right.externalId(), ACCESS, accessRights.size()));
    }

    private void add(RecordRule rule) {
        Map<String, Object> record = record(rules.size() + 1, rule.name(), rule.model(), rule.operations());
        record.put("active", rule.active());
        record.put("domain_force", rule.domain());
        record.put("global", rule.groups().isEmpty());
        record.put("groups", rule.groups().stream().map(this::groupId).toList());
        rules.add(record);
        names.add(new NamedRecord(rule.externalId(), RULE, rules.size()));
    }

    private Map<String, Object> record(int id, String name, String model, String operations) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("id", id);
        record.put("name", name);
        record.put("model_id", models.modelId(model));
        record.put("perm_read", operations.contains("r"));
        record.put("perm_write", operations.contains("w"));
        record.put("perm_create", operations.contains("c"));
        record.put("perm_unlink", operations.contains("d"));
        return record;
    }

    private int groupId(String externalId) {
        Integer id = groups.get(externalId);
        if (id == null) {
            throw new IllegalArgumentException("base data refers to group " + externalId + ", which there is not");
        }
        return id;
    }
}
