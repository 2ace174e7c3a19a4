package dev.sandoo.server.scenario;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.FieldType;
import dev.sandoo.schema.ModelDef;
import dev.sandoo.schema.Schema;
import dev.sandoo.schema.load.SchemaLoader;
import java.util.Map;
import java.util.Optional;

/**
 * Which values are ids, and of what. Of models that the schema does not know, fields are told by their names alone.
 *
 * @param known empty for a version that there is no schema of
 */
record Models(Map<String, ModelDef> known) {
    /** The models of a version. */
    static Models of(String version) {
        return SchemaLoader.versions().contains(version) ? of(SchemaLoader.load(version)) : new Models(Map.of());
    }

    static Models of(Schema schema) {
        return new Models(schema.models());
    }

    /** What a field holds. */
    record Kind(FieldType type, Optional<String> comodel) {}

    /** What a model's field holds; empty when it is not known. */
    Optional<Kind> field(String model, String name) {
        FieldDef field = known.containsKey(model) ? known.get(model).fields().get(name) : null;
        return Optional.ofNullable(field)
                .map(def -> new Kind(def.type(), def.relation().map(FieldDef.Relation::comodel)));
    }

    /** The model whose ids a dotted path leads to. */
    Optional<String> target(String model, String path) {
        String at = model;
        for (String step : path.split("\\.")) {
            if (step.equals("id")) {
                return Optional.of(at);
            }
            Optional<String> next = field(at, step).flatMap(Kind::comodel);
            if (next.isEmpty()) {
                return Optional.empty();
            }
            at = next.get();
        }
        return Optional.of(at);
    }

    boolean knows(String model) {
        return known.containsKey(model);
    }

    /** Whether a name is one that Odoo gives to fields and arguments with ids. */
    static boolean soundsLikeIds(String name) {
        return name.endsWith("_id") || name.endsWith("_ids");
    }
}
