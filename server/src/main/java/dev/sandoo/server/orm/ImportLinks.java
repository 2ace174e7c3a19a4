package dev.sandoo.server.orm;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.FieldType;
import dev.sandoo.schema.ModelDef;
import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.Operator;
import dev.sandoo.server.error.PythonError;
import dev.sandoo.server.field.PythonValues;
import dev.sandoo.server.query.Page;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds the records that cells of an import mean: by name, by external id or by database id. */
final class ImportLinks {
    private static final Set<String> REFERENCES = Set.of("", "id", ".id");
    private static final Pattern ID = Pattern.compile("\\s*\\d{1,9}\\s*");

    private final Environment env;
    private final boolean strict;

    ImportLinks(Environment env) {
        this.env = env;
        this.strict = env.version().has(Load.STRICT);
    }

    /** Whether the name stands for a record rather than for one of its fields. */
    static boolean isReference(String name) {
        return REFERENCES.contains(name);
    }

    /** The id of the one record that the cells name; false for none. */
    Object one(FieldDef field, Map<String, Object> cells) {
        String kind = kind(field, cells);
        return id(field, kind, cells.get(kind)).<Object>map(id -> id).orElse(false);
    }

    /** The ids of the records that one cell names, with commas between them. */
    List<Integer> many(FieldDef field, Map<String, Object> cells) {
        String kind = kind(field, cells);
        List<Integer> ids = new ArrayList<>();
        for (String reference : PythonValues.str(cells.get(kind)).split(",")) {
            id(field, kind, reference).ifPresent(ids::add);
        }
        return ids;
    }

    private String kind(FieldDef field, Map<String, Object> cells) {
        for (String name : cells.keySet()) {
            if (!isReference(name)) {
                if (!strict && field.type() == FieldType.MANY2ONE) {
                    throw PythonError.keyError(name);
                }
                String type = field.type() == FieldType.MANY2MANY ? "Many-To-Many" : "Many-To-One";
                throw new ImportProblem.Found(ImportProblem.error(
                        "Can not create " + type + " records indirectly, import the field separately"));
            }
        }
        if (cells.size() > 1) {
            throw new ImportProblem.Found(ImportProblem.error("Ambiguous specification for field '" + field.string()
                    + "', only provide one of name, external id or database id"));
        }
        return cells.keySet().iterator().next();
    }

    /** The record that a reference of this kind means; empty for an empty reference. */
    Optional<Integer> id(FieldDef field, String kind, Object reference) {
        if (!PythonValues.isTrue(reference)) {
            return Optional.empty();
        }
        ModelDef comodel = env.registry().model(field.comodel());
        String text = PythonValues.str(reference);
        Optional<Integer> found = switch (kind) {
            case ".id" -> byId(field, comodel, text);
            case "id" -> byExternalId(comodel, text);
            default -> byName(comodel, text);
        };
        return Optional.of(found.orElseThrow(() -> new ImportProblem.Found(ImportProblem.error(
                field,
                "No matching record found for " + what(kind) + " '" + text + "' in field '" + field.string() + "'",
                possible(comodel, kind)))));
    }

    private static String what(String kind) {
        return switch (kind) {
            case ".id" -> "database id";
            case "id" -> "external id";
            default -> "name";
        };
    }

    private Optional<Integer> byId(FieldDef field, ModelDef comodel, String text) {
        if (!ID.matcher(text).matches()) {
            throw new ImportProblem.Found(ImportProblem.error(
                    field,
                    "Invalid database id '" + text + "' for the field '" + field.string() + "'",
                    possible(comodel, ".id")));
        }
        return new Search(env, comodel)
                .existing(List.of(Integer.valueOf(text.strip()))).stream().findFirst();
    }

    private Optional<Integer> byExternalId(ModelDef comodel, String text) {
        int dot = text.indexOf('.');
        String module = dot < 0 ? "__import__" : text.substring(0, dot);
        return new ExternalNames(env)
                .find(module, text.substring(dot + 1))
                .filter(named -> named.model().equals(comodel.name()))
                .map(ExternalNames.Named::id);
    }

    private Optional<Integer> byName(ModelDef comodel, String text) {
        Condition named = NameSearch.condition(env, comodel, Operator.EQUALS, text);
        return new Search(env, comodel)
                .ids(named, new Page(false, 1, false)).stream().findFirst();
    }

    /** An action that shows what could have been meant. */
    private Map<String, Object> possible(ModelDef comodel, String kind) {
        Map<String, Object> action = new LinkedHashMap<>();
        action.put("name", "Possible Values");
        action.put("type", "ir.actions.act_window");
        action.put("target", "new");
        action.put("view_mode", env.version().message("load.view-mode"));
        action.put("views", List.of(List.of(false, "list"), List.of(false, "form")));
        action.put("context", Map.of("create", false));
        action.put("help", "See all possible values");
        if (kind.isEmpty()) {
            action.put("res_model", comodel.name());
        } else {
            action.put("res_model", "ir.model.data");
            action.put("domain", List.of(List.of("model", "=", comodel.name())));
        }
        return action;
    }
}
