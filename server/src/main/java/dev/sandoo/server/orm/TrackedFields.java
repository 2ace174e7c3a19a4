package dev.sandoo.server.orm;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.ModelDef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which tracked fields of a record may hold something else once others are written. Immutable; built with the registry. */
final class TrackedFields {
    /** A tracked field, and the fields of the same record that it changes with at once. */
    private record Tracked(FieldDef field, Set<String> sources) {}

    private final Map<String, List<Tracked>> byModel = new HashMap<>();

    TrackedFields(Registry registry) {
        for (ModelDef model : registry.models()) {
            List<Tracked> tracked = model.fields().values().stream()
                    .filter(field -> field.tracking().isPresent())
                    .map(field -> new Tracked(field, sources(registry, model, field)))
                    .toList();
            if (!tracked.isEmpty()) {
                byModel.put(model.name(), tracked);
            }
        }
    }

    /** Those of the model that change by writing these fields; stored ones that are computed from them change later. */
    List<FieldDef> changedBy(ModelDef model, Set<String> names) {
        List<FieldDef> changed = new ArrayList<>();
        for (Tracked tracked : byModel.getOrDefault(model.name(), List.of())) {
            if (tracked.sources().stream().anyMatch(names::contains)) {
                changed.add(tracked.field());
            }
        }
        return changed;
    }

    private static Set<String> sources(Registry registry, ModelDef model, FieldDef field) {
        Set<String> sources = new HashSet<>();
        addSources(registry, model, field, sources);
        return sources;
    }

    /** The field, and when it is computed each time it is read, what it is made of. */
    private static void addSources(Registry registry, ModelDef model, FieldDef field, Set<String> sources) {
        if (!sources.add(field.name()) || field.stored() || !field.isComputed()) {
            return;
        }
        for (String path : Triggers.depends(registry, model, field)) {
            FieldDef first = model.fields().get(path.split("\\.")[0]);
            if (first != null) {
                addSources(registry, model, first, sources);
            }
        }
    }
}
