package dev.sandoo.server.addons.mail;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.ModelDef;
import dev.sandoo.server.orm.Environment;
import dev.sandoo.server.orm.ModelHooks;
import dev.sandoo.server.orm.Records;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Leaves a message of what changed in tracked fields. Changes count from the first write of a call to its end, as a call is one
 * doing; what is made in the same call has no past.
 */
final class TrackingHooks implements ModelHooks {
    @Override
    public void afterCreate(Records created, List<Map<String, Object>> values) {
        if (MailThread.is(created.model())) {
            created.ids().forEach(id -> created.env().whenDone(key(created.model(), id), () -> {}));
        }
    }

    @Override
    public void beforeWrite(Records records, Map<String, Object> values) {
        ModelDef model = records.model();
        if (!MailThread.is(model) || !MailThread.tracks(records.env().context())) {
            return;
        }
        List<FieldDef> tracked = tracked(model, values);
        if (tracked.isEmpty()) {
            return;
        }
        Environment env = MailThread.keeper(records.env());
        Survivors survivors = new Survivors(records.in(env));
        for (Records record : records.in(env)) {
            Map<FieldDef, Object> before = values(record, tracked);
            env.whenDone(key(model, record.id()), () -> {
                if (survivors.include(record)) {
                    compare(record, before);
                }
            });
        }
    }

    /** Which of the written records are left at the end of the call; asked once for all of them. */
    private static final class Survivors {
        private final Records written;
        private List<Integer> ids;

        Survivors(Records written) {
            this.written = written;
        }

        boolean include(Records record) {
            if (ids == null) {
                ids = written.exists().ids();
            }
            return ids.contains(record.id());
        }
    }

    /** The tracked fields that are written, and those that may be computed anew from what is written. */
    private static List<FieldDef> tracked(ModelDef model, Map<String, Object> values) {
        List<FieldDef> tracked = new ArrayList<>();
        for (FieldDef field : model.fields().values()) {
            boolean touched = values.containsKey(field.name()) || field.stored() && field.isComputed();
            if (field.tracking() && touched) {
                tracked.add(field);
            }
        }
        return tracked;
    }

    private static Map<FieldDef, Object> values(Records record, List<FieldDef> fields) {
        Map<FieldDef, Object> values = new LinkedHashMap<>();
        fields.forEach(field -> values.put(field, TrackedValue.read(record, field)));
        return values;
    }

    private static void compare(Records record, Map<FieldDef, Object> before) {
        Map<FieldDef, Object> old = new LinkedHashMap<>();
        Map<FieldDef, Object> now = values(record, List.copyOf(before.keySet()));
        before.forEach((field, value) -> {
            if (!Objects.equals(value, now.get(field))) {
                old.put(field, value);
            }
        });
        if (!old.isEmpty()) {
            TrackingMessage.leave(record, old, now);
        }
    }

    private static String key(ModelDef model, int id) {
        return "tracking " + model.name() + " " + id;
    }
}
