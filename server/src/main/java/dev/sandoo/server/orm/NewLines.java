package dev.sandoo.server.orm;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.FieldDef.Computation;
import dev.sandoo.schema.ModelDef;
import dev.sandoo.server.error.PythonError;
import java.util.Map;

/**
 * The lines that come along with a new record. Where fields of the record are computed before it is inserted, Odoo makes it in
 * memory first, with its lines and theirs, and stumbles over names that are no fields. Source: asked of 19.0.
 */
final class NewLines {
    private final Environment env;

    NewLines(Environment env) {
        this.env = env;
    }

    /**
     * Checks the names of fields that lines are given, if the new record is made in memory at all.
     *
     * @throws PythonError for the first name that is none
     */
    void check(ModelDef model, Map<String, Object> values) {
        boolean inMemory = model.fields().values().stream()
                .anyMatch(field ->
                        field.computation().map(Computation::precompute).orElse(false)
                                && !values.containsKey(field.name()));
        if (inMemory) {
            values.forEach((name, value) -> checkLines(model, model.fields().get(name), value));
        }
    }

    private void checkLines(ModelDef model, FieldDef field, Object wire) {
        if (field == null || !field.type().isToMany()) {
            return;
        }
        for (Command command : new CommandParser(model, field).parse(wire)) {
            if (command.kind() == Command.Kind.CREATE && command.payload() instanceof Map<?, ?> line) {
                checkLine(env.registry().model(field.comodel()), line);
            }
        }
    }

    private void checkLine(ModelDef model, Map<?, ?> line) {
        line.forEach((name, value) -> {
            FieldDef field = model.fields().get(name);
            if (field == null) {
                throw PythonError.valueError(env.version()
                        .message("field.unknown.line", Map.of("field", String.valueOf(name), "model", model.name())));
            }
            checkLines(model, field, value);
        });
    }
}
