package dev.sandoo.server.orm;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.ModelDef;
import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.Operator;
import dev.sandoo.server.error.AccessError;
import dev.sandoo.server.error.DatabaseError;
import dev.sandoo.server.error.OdooError;
import dev.sandoo.server.error.PythonError;
import dev.sandoo.server.error.UserError;
import dev.sandoo.server.error.ValidationError;
import dev.sandoo.server.field.PythonValues;
import dev.sandoo.server.query.Page;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code load}: creates and updates records from rows of cells, all of them or none. What is wrong is told row by row.
 * Source: recorded answers, load scenarios of orm_names.
 */
final class Load {
    /** The trait of versions that refuse odd booleans, take selections in any case and name fields in messages. */
    static final String STRICT = "load.strict";

    private final Environment env;
    private final ModelDef model;
    private final List<Object> messages = new ArrayList<>();
    private boolean failed;

    private Load(Records self) {
        this.env = self.env();
        this.model = self.model();
    }

    static Object call(Records self, Arguments arguments) {
        List<List<String>> paths = ImportPaths.parseAll(self.env(), arguments.get("fields"));
        List<List<Object>> rows = new ArrayList<>();
        for (Object row : GroupArguments.items(arguments.get("data"))) {
            rows.add(GroupArguments.items(row));
        }
        return new Load(self).load(paths, rows);
    }

    /** Undoes the savepoint; what went wrong has been told. */
    private static final class Undo extends RuntimeException {
        Undo() {
            super(null, null, false, false);
        }
    }

    private Map<String, Object> load(List<List<String>> paths, List<List<Object>> rows) {
        Object ids = paths.isEmpty() ? List.of() : attempt(new ImportRows(env).records(model, paths, rows));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("ids", ids);
        answer.put("messages", messages);
        answer.put("nextrow", 0);
        return answer;
    }

    /** The ids of the records, or false when one failed and all was undone. */
    private Object attempt(List<ImportRecord> records) {
        try {
            return env.transaction().inSavepoint(() -> {
                List<Integer> ids = save(records);
                env.state().recomputer().flush(env);
                if (failed) {
                    throw new Undo();
                }
                return ids;
            });
        } catch (Undo undone) {
            env.state().cache().clear();
            return false;
        }
    }

    /** A record that is ready to be saved. */
    private record Ready(ImportRecord record, Optional<Integer> id, Map<String, Object> values) {}

    /**
     * Rows that name records of the same model may mean rows above them: those are saved first. Otherwise all cells are looked
     * at before anything is saved.
     */
    private List<Integer> save(List<ImportRecord> records) {
        List<Integer> ids = new ArrayList<>();
        List<Ready> ready = new ArrayList<>();
        for (ImportRecord record : records) {
            if (refersToItsLike(record)) {
                ids.addAll(saveAll(ready));
                ready.clear();
            }
            ready.add(read(record));
        }
        ids.addAll(saveAll(ready));
        return ids;
    }

    private boolean refersToItsLike(ImportRecord record) {
        return record.cells().entrySet().stream()
                .filter(cell -> cell.getValue() instanceof List<?> below && !below.isEmpty())
                .map(cell -> model.fields().get(cell.getKey()))
                .anyMatch(
                        field -> field.type().isRelational() && field.comodel().equals(model.name()));
    }

    private Ready read(ImportRecord record) {
        Optional<Integer> id = databaseId(record);
        Map<String, Object> values = new ImportValues(
                        env, (column, problem) -> tell(record, Optional.of(column), problem))
                .of(model, record.cells());
        return new Ready(record, id, values);
    }

    private Optional<Integer> databaseId(ImportRecord record) {
        Object cell = record.cells().get(".id");
        if (!PythonValues.isTrue(cell)) {
            return Optional.empty();
        }
        Condition same = Condition.term("id", Operator.EQUALS, integer(cell));
        List<Integer> found = new Search(env, model).ids(same, Page.ALL);
        if (found.isEmpty()) {
            tell(
                    record,
                    Optional.of(".id"),
                    ImportProblem.error("Unknown database identifier '" + PythonValues.str(cell) + "'"));
        }
        return found.stream().findFirst();
    }

    private static Object integer(Object cell) {
        if (cell instanceof Integer) {
            return cell;
        }
        String text = PythonValues.str(cell);
        if (!text.matches("\\d{1,9}")) {
            throw PythonError.of(
                    "psycopg2.errors.InvalidTextRepresentation",
                    "invalid input syntax for type integer: \"" + text + "\"\n");
        }
        return Integer.valueOf(text);
    }

    private void tell(ImportRecord record, Optional<String> column, ImportProblem problem) {
        failed |= problem.isError();
        messages.add(problem.wire(record, column, env.version().has(STRICT)));
    }

    private List<Integer> saveAll(List<Ready> ready) {
        List<Integer> ids = new ArrayList<>();
        for (Ready one : ready) {
            try {
                ids.add(env.transaction().inSavepoint(() -> {
                    int id = save(one);
                    env.state().recomputer().flush(env);
                    return id;
                }));
            } catch (DatabaseError error) {
                refused(one.record(), new DatabaseErrors(env).translate(error));
            } catch (OdooError error) {
                if (error instanceof AccessError && KeyGate.of(env).isPresent()) {
                    throw error; // a policy refuses the call, and not a row of it
                }
                refused(one.record(), error);
            }
        }
        return ids;
    }

    private int save(Ready one) {
        Object name = one.record().cells().get("id");
        if (one.id().isPresent()) {
            env.record(model.name(), one.id().get()).write(one.values());
            return one.id().get();
        }
        return PythonValues.isTrue(name)
                ? new NamedImport(env, model).save(PythonValues.str(name), one.values())
                : env.model(model.name()).create(one.values()).id();
    }

    private void refused(ImportRecord record, OdooError error) {
        env.state().cache().clear();
        Optional<FieldDef> missing = model.fields().values().stream()
                .filter(FieldDef::required)
                .filter(field -> new RequiredFields(env, model)
                        .missing(field)
                        .getMessage()
                        .equals(error.getMessage()))
                .findFirst();
        if (missing.isPresent()) {
            Map<String, String> names = Map.of(
                    "field", missing.get().string(),
                    "name", missing.get().name(),
                    "model", model.description(),
                    "model_name", model.name());
            String text = env.version().message("load.required", names);
            tell(record, missing.map(FieldDef::name), ImportProblem.error(text));
        } else {
            tell(record, Optional.empty(), ImportProblem.error(text(error)));
        }
    }

    private String text(OdooError error) {
        if (error instanceof ValidationError && error.getCause() instanceof DatabaseError) {
            return env.version().message("load.constraint", Map.of("message", bare(error.getMessage())));
        }
        Map<String, String> values = Map.of("type", error.pythonName(), "message", error.getMessage());
        return error instanceof UserError || error instanceof DatabaseError
                ? env.version().message("load.refused", values)
                : env.version().message("load.unknown", values);
    }

    /** A constraint's own text, without what is said around it elsewhere. */
    private String bare(String message) {
        String[] around = env.version().message("constraint.sql").split("%\\(message\\)s", -1);
        boolean wrapped = message.startsWith(around[0]) && message.endsWith(around[around.length - 1]);
        return wrapped
                ? message.substring(around[0].length(), message.length() - around[around.length - 1].length())
                : message;
    }
}
