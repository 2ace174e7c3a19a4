package dev.sandoo.server.orm;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.ModelDef;
import dev.sandoo.schema.SqlConstraint;
import dev.sandoo.server.error.DatabaseError;
import dev.sandoo.server.error.MissingError;
import dev.sandoo.server.error.OdooError;
import dev.sandoo.server.error.ValidationError;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns what PostgreSQL says of a broken constraint into what Odoo says. */
final class DatabaseErrors {
    private static final Pattern MISSING_KEY =
            Pattern.compile("\\((?<column>\\w+)\\)=\\((?<id>-?\\d+)\\) is not present");

    private final Registry registry;
    private final int uid;

    DatabaseErrors(Environment env) {
        this(env.registry(), env.uid());
    }

    DatabaseErrors(Registry registry, int uid) {
        this.registry = registry;
        this.uid = uid;
    }

    /**
     * Runs a statement that writes rows of the model. Where fields that are computed meanwhile look at a record that does not
     * exist, Odoo finds it missing before PostgreSQL does.
     *
     * @param looks which computed fields look at their relations before the rows are written
     */
    <T> T translating(ModelDef model, Predicate<FieldDef.Computation> looks, Supplier<T> statement) {
        try {
            return statement.get();
        } catch (DatabaseError e) {
            throw registry.version().has("relations.read-before-written") ? missing(model, looks, e) : e;
        }
    }

    private OdooError missing(ModelDef model, Predicate<FieldDef.Computation> looks, DatabaseError error) {
        Matcher key = MISSING_KEY.matcher(error.detail().orElse(""));
        if (!error.sqlState().equals("23503") || !key.find() || key.group("id").startsWith("-")) {
            return error;
        }
        FieldDef field = model.fields().get(key.group("column"));
        boolean seen = field != null
                && model.fields().values().stream()
                        .filter(FieldDef::stored)
                        .flatMap(computed -> computed.computation().stream())
                        .filter(looks)
                        .flatMap(computation -> computation.depends().stream())
                        .anyMatch(path -> path.equals(field.name()) || path.startsWith(field.name() + "."));
        return seen ? missing(field.comodel(), key.group("id")) : error;
    }

    /** The error for a record that does not exist. */
    MissingError missing(String model, String id) {
        return new MissingError(
                registry.version().message("record.missing", Map.of("record", model + "(" + id + ",)", "user", uid)));
    }

    /** The error for a row of a many2many's table that lacks a column. */
    ValidationError missingColumn(String column) {
        return new ValidationError(registry.version().message("constraint.required.unknown", Map.of("column", column)));
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
        return new ValidationError(
                registry.version()
                        .message(
                                "constraint.required",
                                Map.of(
                                        "field",
                                        field.get().string(),
                                        "name",
                                        field.get().name(),
                                        "model",
                                        model.get().description(),
                                        "model_name",
                                        model.get().name())),
                error);
    }

    private OdooError foreignKey(DatabaseError error) {
        String constraint = error.constraint().orElse("");
        Optional<ModelDef> model = error.table().flatMap(this::modelOf);
        Optional<FieldDef> field = model.flatMap(found -> found.fields().values().stream()
                .filter(candidate -> (found.table() + "_" + candidate.name() + "_fkey").equals(constraint))
                .findFirst());
        String key = model.isPresent() && field.isPresent() ? "constraint.foreign" : "constraint.foreign.unknown";
        return new ValidationError(
                registry.version()
                        .message(
                                key,
                                Map.of(
                                        "constraint", constraint,
                                        "model",
                                                model.map(ModelDef::description).orElse("Unknown"),
                                        "model_name", model.map(ModelDef::name).orElse("Unknown"),
                                        "field", field.map(FieldDef::string).orElse("Unknown"),
                                        "name", field.map(FieldDef::name).orElse("Unknown"))),
                error);
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
        return registry.models().stream()
                .filter(model -> model.table().equals(table))
                .findFirst();
    }
}
