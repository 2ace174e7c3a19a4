package dev.sandoo.server.orm;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.FieldDef.Computation;
import dev.sandoo.schema.FieldType;
import dev.sandoo.schema.ModelDef;
import dev.sandoo.server.access.Operation;
import dev.sandoo.server.error.MissingError;
import dev.sandoo.server.error.PythonError;
import dev.sandoo.server.field.FieldCodecs;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** Copies records with what belongs to them: fields marked for copying, and the lines of one2many fields that are. */
final class Copy {
    private final Environment env;
    private final ModelDef model;

    Copy(Environment env, ModelDef model) {
        this.env = env;
        this.model = model;
    }

    /** Creates a copy of each record and answers their ids: one id for one record where the version does so. */
    Object copy(List<Integer> ids, Map<String, Object> given) {
        requireOne(ids);
        new Rights(env).checkModel(model, Operation.CREATE);
        List<Integer> copies = new ArrayList<>();
        for (Object values : data(ids, given)) {
            @SuppressWarnings("unchecked")
            Map<String, Object> map = (Map<String, Object>) values;
            copies.addAll(new Create(env, model).create(List.of(map)));
        }
        return env.version().has("copy.many") || copies.size() != 1 ? copies : copies.get(0);
    }

    /** The values of copies as clients get them: of one record alone, or a list where the version copies many. */
    Object copyData(List<Integer> ids, Map<String, Object> given) {
        requireOne(ids);
        List<Object> all = data(List.copyOf(new LinkedHashSet<>(ids)), given);
        if (KeyGate.of(env).isPresent()) {
            all.forEach(one -> answered((Map<?, ?>) one, given));
        }
        if (!env.version().has("copy.many")) {
            return all.get(0);
        }
        while (all.size() < ids.size()) {
            all.add(null);
        }
        return all;
    }

    /** The policy of a key keeps back what it does when reading. */
    private void answered(Map<?, ?> values, Map<String, Object> given) {
        Rights rights = new Rights(env);
        values.keySet()
                .removeIf(name -> !given.containsKey(name)
                        && model.fields().containsKey(name)
                        && rights.returned(model, List.of(model.fields().get(name)))
                                .isEmpty());
        values.forEach((name, value) -> answeredLines(model.fields().get(name), value));
    }

    private void answeredLines(FieldDef field, Object value) {
        if (field != null && field.type() == FieldType.ONE2MANY && value instanceof List<?> commands) {
            Copy there = new Copy(env, env.registry().model(field.comodel()));
            commands.forEach(command -> {
                if (command instanceof List<?> parts && parts.size() > 2 && parts.get(2) instanceof Map<?, ?> line) {
                    there.answered(line, Map.of());
                }
            });
        }
    }

    private void requireOne(List<Integer> ids) {
        if (!env.version().has("copy.many") && ids.size() != 1) {
            throw PythonError.valueError(
                    "Expected singleton: " + env.records(model.name(), ids).describe());
        }
    }

    /** The values that copies would be created with, in order. */
    List<Object> data(List<Integer> ids, Map<String, Object> given) {
        new Rights(env).checkModel(model, Operation.READ);
        new Rights(env).checkRecords(model, Operation.READ, ids);
        List<Object> all = new ArrayList<>();
        for (Integer id : ids) {
            Records original = env.record(model.name(), id);
            if (original.exists().isEmpty()) {
                throw new MissingError(env.version()
                        .message("record.missing", Map.of("record", original.describe(), "user", env.uid())));
            }
            all.add(values(original, given));
        }
        return all;
    }

    private Map<String, Object> values(Records original, Map<String, Object> given) {
        Map<String, Object> values = new LinkedHashMap<>(given);
        for (FieldDef field : model.fields().values()) {
            if (isCopied(field) && !given.containsKey(field.name())) {
                values.put(field.name(), wire(original, field));
            }
        }
        env.registry().behaviours().hooks(model.name()).forEach(hook -> hook.beforeCopy(original, values, given));
        return values;
    }

    private boolean isCopied(FieldDef field) {
        boolean link = model.inherits().containsValue(field.name());
        boolean inherited = field.computation().map(Computation::inherited).orElse(false);
        boolean told = field.stored() || inherited || isPlain(field);
        return field.copied() && !ValueSplit.isMagic(field.name()) && !link && told;
    }

    /** A field that nothing keeps and nothing computes, there for forms: copies tell what a new record has. */
    private static boolean isPlain(FieldDef field) {
        return !field.stored() && field.computation().isEmpty();
    }

    private Object wire(Records original, FieldDef field) {
        Object value = original.in(env.sudo().with("active_test", false)).get(field.name());
        if (field.type() == FieldType.MANY2MANY) {
            return List.of(List.of(6, 0, value == null ? List.of() : value));
        }
        if (field.type() == FieldType.ONE2MANY) {
            return lines(field, value);
        }
        return FieldCodecs.of(field).toWire(value);
    }

    private List<Object> lines(FieldDef field, Object value) {
        List<Object> commands = new ArrayList<>();
        if (value instanceof List<?> list) {
            ModelDef comodel = env.registry().model(field.comodel());
            List<Integer> ids = new ArrayList<>();
            list.forEach(id -> ids.add((Integer) id));
            for (Object line : new Copy(env, comodel).data(ids, Map.of())) {
                commands.add(List.of(0, 0, line));
            }
        }
        return commands;
    }
}
