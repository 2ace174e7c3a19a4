package dev.sandoo.server.orm;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.ModelDef;
import dev.sandoo.schema.SqlConstraint;
import dev.sandoo.server.error.DatabaseError;
import dev.sandoo.server.error.OdooError;
import dev.sandoo.server.error.ValidationError;
import java.util.Map;
import java.util.Optional;

/** Turns what PostgreSQL says of a broken constraint into what Odoo says. */
final class DatabaseErrors {
    private final Registry registry;

    DatabaseErrors(Registry registry) {
        this.registry = registry;
    }

    /** The error for a client: a ValidationError for constraints, the error itself for anything else. */
    OdooError translate(DatabaseError error) {
        return switch (error.sqlState()) {
            case "23502" -> notNull(error);
            case "23503" -> foreignKey(error);
            case "23505", "23514", "23P01" -> constraint(error);
            default -> error;
        };
    }

    private OdooError notNull(DatabaseError error) {
        Optional<ModelDef> model = error.table().flatMap(this::modelOf);
        Optional<FieldDef> field = model.flatMap(found -> error.column().map(found.fields()::get));
        if (field.isEmpty()) {
            return error;
        }
        return new ValidationError(registry.version().message("constraint.required", Map.of(
                "field", field.get().string(), "name", field.get().name(),
                "model", model.get().description(), "model_name", model.get().name())), error);
    }

    private OdooError foreignKey(DatabaseError error) {
        String constraint = error.constraint().orElse("");
        Optional<ModelDef> model = error.table().flatMap(this::modelOf);
        Optional<FieldDef> field = model.flatMap(found -> found.fields().values().stream()
                .filter(candidate -> (found.table() + "_" + candidate.name() + "_fkey").equals(constraint))
                .findFirst());
        String key = model.isPresent() && field.isPresent() ? "constraint.foreign" : "constraint.foreign.unknown";
        return new ValidationError(registry.version().message(key, Map.of(
                "constraint", constraint,
                "model", model.map(ModelDef::description).orElse("Unknown"),
                "model_name", model.map(ModelDef::name).orElse("Unknown"),
                "field", field.map(FieldDef::string).orElse("Unknown"),
                "name", field.map(FieldDef::name).orElse("Unknown"))), error);
    }

    private OdooError constraint(DatabaseError error) {
        String name = error.constraint().orElse("");
        Optional<String> text = error.table()
                .flatMap(this::modelOf)
                .flatMap(model -> model.constraints().stream()
                        .filter(constraint -> constraint.name().equals(name))
                        .findFirst())
                .map(SqlConstraint::message);
        String shown = text.filter(message -> !message.isEmpty()).orElse(error.getMessage());
        return new ValidationError(
                registry.version().message("constraint.sql", Map.of("message", shown, "constraint", name)), error);
    }

    private Optional<ModelDef> modelOf(String table) {
        return registry.models().stream().filter(model -> model.table().equals(table)).findFirst();
    }
}
