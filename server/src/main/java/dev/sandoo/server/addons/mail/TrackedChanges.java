package dev.sandoo.server.addons.mail;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.server.orm.Records;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What tracked fields of a record held before a call changed them; at the end of the call a message tells which of them hold
 * something else. A call is one doing: only the first value counts. What is made in the same call has no past.
 */
final class TrackedChanges implements Runnable {
    private final Records record;
    private final Survivors survivors;
    private final Map<FieldDef, TrackedValue> before = new LinkedHashMap<>();
    private boolean isNew;

    private TrackedChanges(Records record, Survivors survivors) {
        this.record = record;
        this.survivors = survivors;
    }

    /** Those of a record in the call that is under way. */
    static TrackedChanges of(Records record, Survivors survivors) {
        TrackedChanges changes = new TrackedChanges(record, survivors);
        return record.env()
                .whenDone("tracking " + record.model().name() + " " + record.id(), changes)
                .map(TrackedChanges.class::cast)
                .orElse(changes);
    }

    /** Leaves no message: the record is new. */
    void forgetPast() {
        isNew = true;
    }

    /** Notes what a field holds, unless it has changed before. */
    void remember(FieldDef field, Object value) {
        if (!isNew && !before.containsKey(field)) {
            before.put(field, TrackedValue.of(record.env(), field, value));
        }
    }

    @Override
    public void run() {
        if (isNew || !survivors.include(record)) {
            return;
        }
        SortedMap<FieldDef, TrackedValue> old = new TreeMap<>(TrackingMessage.ORDER);
        Map<FieldDef, TrackedValue> now = new HashMap<>();
        before.forEach((field, was) -> {
            Object value = record.get(field.name());
            if (was.isOtherThan(value)) {
                old.put(field, was);
                now.put(field, TrackedValue.of(record.env(), field, value));
            }
        });
        if (!old.isEmpty()) {
            TrackingMessage.leave(record, old, now);
        }
    }
}
