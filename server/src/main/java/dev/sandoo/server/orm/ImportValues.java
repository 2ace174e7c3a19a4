package dev.sandoo.server.orm;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.FieldType;
import dev.sandoo.schema.ModelDef;
import dev.sandoo.server.field.PythonValues;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns the cells of one record into the values that {@code create} and {@code write} take. */
final class ImportValues {
    private final Environment env;
    private final Sink problems;

    /** Takes what is wrong with a column. */
    interface Sink {
        void found(String column, ImportProblem problem);
    }

    ImportValues(Environment env, Sink problems) {
        this.env = env;
        this.problems = problems;
    }

    /** The values of all fields; a field with a problem is left out. */
    Map<String, Object> of(ModelDef model, Map<String, Object> cells) {
        Map<String, Object> values = new LinkedHashMap<>();
        cells.forEach((name, cell) -> {
            if (!ImportLinks.isReference(name)) {
                value(model.fields().get(name), cell).ifPresent(value -> values.put(name, value));
            }
        });
        return values;
    }

    private Optional<Object> value(FieldDef field, Object cell) {
        if (!PythonValues.isTrue(cell) && !(field.type() == FieldType.BOOLEAN && cell instanceof Boolean)) {
            return Optional.of(false);
        }
        ImportCells plain = new ImportCells(env, warning -> problems.found(field.name(), warning));
        try {
            return Optional.of(field.type().isRelational() ? related(field, (List<?>) cell) : plain.value(field, cell));
        } catch (ImportProblem.Found wrong) {
            problems.found(field.name(), wrong.problem());
            return Optional.empty();
        }
    }

    @SuppressWarnings("unchecked")
    private Object related(FieldDef field, List<?> below) {
        ImportLinks links = new ImportLinks(env);
        Map<String, Object> first = (Map<String, Object>) below.get(0);
        if (field.type() == FieldType.MANY2ONE) {
            return links.one(field, first);
        }
        if (field.type() == FieldType.MANY2MANY) {
            return List.of(List.of(6, 0, links.many(field, first)));
        }
        boolean linksOnly = below.size() == 1 && first.keySet().stream().allMatch(ImportLinks::isReference);
        List<Object> commands = new ArrayList<>();
        if (linksOnly) {
            links.many(field, first).forEach(id -> commands.add(List.of(4, id)));
            return commands;
        }
        below.forEach(cells -> commands.addAll(commands(field, (Map<String, Object>) cells, links)));
        return commands;
    }

    /** A record of a list: made, or linked and changed when it is one that exists. */
    private List<Object> commands(FieldDef field, Map<String, Object> cells, ImportLinks links) {
        ModelDef comodel = env.registry().model(field.comodel());
        Map<String, Object> values = new ImportValues(
                        env, (column, problem) -> problems.found(field.name() + "/" + column, problem))
                .of(comodel, cells);
        for (Map.Entry<String, Object> cell : cells.entrySet()) {
            if (ImportLinks.isReference(cell.getKey())) {
                Optional<Integer> id = links.id(field, cell.getKey(), cell.getValue());
                if (id.isPresent()) {
                    return List.of(List.of(4, id.get()), List.of(1, id.get(), values));
                }
            }
        }
        return List.of(List.of(0, 0, values));
    }
}
