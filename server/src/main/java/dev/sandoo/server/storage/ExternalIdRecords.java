package dev.sandoo.server.storage;

import dev.sandoo.schema.ExternalId;
import dev.sandoo.server.storage.RightRecords.NamedRecord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The records of {@code ir.model.data}. Those of rights and rules get ids that the given ones leave free, so that the
 * next id is the one after Odoo's last.
 */
final class ExternalIdRecords {
    static final String MODEL = "ir.model.data";

    private final List<Map<String, Object>> records = new ArrayList<>();
    private final Set<Integer> taken = new HashSet<>();
    private int lastFree;

    ExternalIdRecords(List<ExternalId> given, List<NamedRecord> others) {
        for (ExternalId line : given) {
            taken.add(line.id());
            records.add(record(line));
        }
        others.forEach(this::add);
    }

    List<Map<String, Object>> records() {
        return records;
    }

    private void add(NamedRecord named) {
        int dot = named.externalId().indexOf('.');
        String module = named.externalId().substring(0, dot);
        String name = named.externalId().substring(dot + 1);
        records.add(record(new ExternalId(nextFree(), module, name, named.model(), named.id(), false)));
    }

    private int nextFree() {
        do {
            lastFree++;
        } while (taken.contains(lastFree));
        return lastFree;
    }

    private static Map<String, Object> record(ExternalId line) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("id", line.id());
        record.put("module", line.module());
        record.put("name", line.name());
        record.put("model", line.model());
        record.put("res_id", line.resId());
        record.put("noupdate", line.noUpdate());
        return record;
    }
}
