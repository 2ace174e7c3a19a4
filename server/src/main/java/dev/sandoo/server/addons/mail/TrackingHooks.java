package dev.sandoo.server.addons.mail;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.ModelDef;
import dev.sandoo.server.orm.Environment;
import dev.sandoo.server.orm.ModelHooks;
import dev.sandoo.server.orm.Records;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Has {@link TrackedChanges} remember what tracked fields held before they change, by a write or by what follows from it. */
final class TrackingHooks implements ModelHooks {
    @Override
    public void afterCreate(Records created, List<Map<String, Object>> values) {
        if (MailThread.is(created.model())) {
            Survivors survivors = new Survivors(created);
            created.forEach(record -> TrackedChanges.of(record, survivors).forgetPast());
        }
    }

    @Override
    public void beforeChange(Records records, Set<String> names) {
        ModelDef model = records.model();
        List<FieldDef> tracked = records.env().registry().tracked(model, names);
        if (tracked.isEmpty() || !isTracked(records)) {
            return;
        }
        Environment env = MailThread.keeper(records.env());
        Records kept = records.in(env);
        kept.prefetch(tracked.stream().map(FieldDef::name).toList());
        tracked.forEach(field -> remember(kept, field, kept.values(field.name())));
    }

    @Override
    public void beforeRecompute(Records records, FieldDef field, Map<Integer, Object> before) {
        if (field.tracking().isPresent() && isTracked(records)) {
            remember(records.in(MailThread.keeper(records.env())), field, before);
        }
    }

    private static boolean isTracked(Records records) {
        return MailThread.is(records.model()) && MailThread.tracks(records.env().context());
    }

    private static void remember(Records records, FieldDef field, Map<Integer, Object> before) {
        Survivors survivors = new Survivors(records);
        for (Records record : records) {
            TrackedChanges.of(record, survivors).remember(field, before.get(record.id()));
        }
    }
}
