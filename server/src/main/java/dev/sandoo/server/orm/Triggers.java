package dev.sandoo.server.orm;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.FieldDef.Computation;
import dev.sandoo.schema.FieldType;
import dev.sandoo.schema.ModelDef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which stored computed fields become stale when a field changes, and over which path. Immutable; built with the registry. */
final class Triggers {
    /**
     * A stale field.
     *
     * @param path from the stale field's model to the changed one's; empty when they are the same record
     */
    record Trigger(ModelDef model, FieldDef field, String path) {}

    private final Map<String, Map<String, List<Trigger>>> byField;
    private final Map<String, List<FieldDef>> recomputed;

    private Triggers(Map<String, Map<String, List<Trigger>>> byField, Map<String, List<FieldDef>> recomputed) {
        this.byField = byField;
        this.recomputed = recomputed;
    }

    static Triggers of(Registry registry) {
        Triggers triggers = new Triggers(new HashMap<>(), new HashMap<>());
        for (ModelDef model : registry.models()) {
            for (FieldDef field : model.fields().values()) {
                if (isRecomputed(registry, model, field)) {
                    triggers.recomputed
                            .computeIfAbsent(model.name(), m -> new ArrayList<>())
                            .add(field);
                    depends(registry, model, field).forEach(path -> triggers.add(registry, model, field, path));
                }
            }
        }
        return triggers;
    }

    /** The stored fields of the model that are computed by a function or read through a path. */
    List<FieldDef> recomputed(ModelDef model) {
        return recomputed.getOrDefault(model.name(), List.of());
    }

    /** What becomes stale when any of these fields of the model changes. */
    Set<Trigger> of(ModelDef model, Iterable<String> fields) {
        Map<String, List<Trigger>> own = byField.get(model.name());
        Set<Trigger> found = new LinkedHashSet<>();
        if (own != null) {
            fields.forEach(field -> found.addAll(own.getOrDefault(field, List.of())));
        }
        return found;
    }

    /** Whether a field is computed from the same field of another record. */
    boolean isRecursive(ModelDef model, FieldDef field) {
        return of(model, List.of(field.name())).stream()
                .anyMatch(trigger -> trigger.model() == model && trigger.field() == field);
    }

    /** The paths that a computed field reads. */
    static List<String> depends(Registry registry, ModelDef model, FieldDef field) {
        Computation computation = field.computation().orElseThrow();
        Optional<Behaviours.ComputeEntry> entry = registry.behaviours().compute(model.name(), field.name());
        if (entry.isPresent() && !entry.get().depends().isEmpty()) {
            return entry.get().depends();
        }
        return computation.related().map(List::of).orElse(computation.depends());
    }

    private static boolean isRecomputed(Registry registry, ModelDef model, FieldDef field) {
        if (!field.stored() || !field.isComputed() || model.kind() == ModelDef.Kind.ABSTRACT) {
            return false;
        }
        return field.computation().get().related().isPresent()
                || registry.behaviours().compute(model.name(), field.name()).isPresent();
    }

    private void add(Registry registry, ModelDef model, FieldDef field, String path) {
        ModelDef at = model;
        String walked = "";
        for (String step : path.split("\\.")) {
            FieldDef passed = at.fields().get(step);
            if (passed == null) {
                return; // the data names a field that only another app adds
            }
            boolean itself = walked.isEmpty() && passed == field;
            if (!itself) {
                on(at, passed.name(), new Trigger(model, field, walked));
            }
            addInverse(registry, model, field, passed, walked);
            if (passed.isComputed() && !passed.stored()) {
                addThrough(registry, model, field, at, passed, walked);
            }
            if (passed.relation().isEmpty() || !passed.type().isRelational()) {
                return;
            }
            walked = walked.isEmpty() ? step : walked + "." + step;
            at = registry.model(passed.comodel());
        }
    }

    /** A one2many changes when the many2one it is made of does. */
    private void addInverse(Registry registry, ModelDef model, FieldDef field, FieldDef passed, String walked) {
        if (passed.type() != FieldType.ONE2MANY) {
            return;
        }
        ModelDef comodel = registry.model(passed.comodel());
        passed.relation().flatMap(FieldDef.Relation::inverseName).ifPresent(inverse -> {
            String path = walked.isEmpty() ? passed.name() : walked + "." + passed.name();
            on(comodel, inverse, new Trigger(model, field, path));
        });
    }

    /** What a field without a column is made of counts in its place. */
    private void addThrough(
            Registry registry, ModelDef model, FieldDef field, ModelDef at, FieldDef passed, String walked) {
        if (passed.computation().orElseThrow().related().isEmpty() || walked.split("\\.").length > 3) {
            return;
        }
        String prefix = walked.isEmpty() ? "" : walked + ".";
        add(
                registry,
                model,
                field,
                prefix + passed.computation().orElseThrow().related().orElseThrow());
    }

    private void on(ModelDef changed, String field, Trigger trigger) {
        List<Trigger> triggers = byField.computeIfAbsent(changed.name(), m -> new HashMap<>())
                .computeIfAbsent(field, f -> new ArrayList<>());
        if (!triggers.contains(trigger)) {
            triggers.add(trigger);
        }
    }
}
