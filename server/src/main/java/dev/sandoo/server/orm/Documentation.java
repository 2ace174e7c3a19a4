package dev.sandoo.server.orm;

import dev.sandoo.schema.MethodNote;
import dev.sandoo.schema.MethodSignature;
import dev.sandoo.schema.ModelDef;
import dev.sandoo.server.access.Operation;
import dev.sandoo.server.error.PythonRepr;
import dev.sandoo.server.sql.SqlFragment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Describes models, their fields and their public methods to clients that turn positional arguments into named ones. What the
 * caller may not read is not shown. Source: wire_http doc-bearer and answers of a real server.
 */
final class Documentation {
    private final Environment env;
    private final Map<String, MethodNote> notes;

    Documentation(Environment env, Map<String, MethodNote> notes) {
        this.env = env;
        this.notes = notes;
    }

    /** Every model with the names of its fields and methods, and the installed modules. */
    Map<String, Object> index() {
        List<Object> models = new ArrayList<>();
        for (ModelDef model : env.registry().models()) {
            if (isShown(model)) {
                Map<String, Object> line = new LinkedHashMap<>();
                line.put("model", model.name());
                line.put("name", model.description());
                line.put("fields", titles(model));
                line.put("methods", List.copyOf(methods(model).keySet()));
                models.add(line);
            }
        }
        Map<String, Object> index = new LinkedHashMap<>();
        index.put("modules", modules());
        index.put("models", models);
        return index;
    }

    /** One model with all that is known of its fields and methods; empty when there is none that the caller may read. */
    Optional<Map<String, Object>> of(String name) {
        return env.registry().find(name).filter(this::isShown).map(this::describe);
    }

    private boolean isShown(ModelDef model) {
        return model.kind() == ModelDef.Kind.ABSTRACT || new Rights(env).allowsModel(model, Operation.READ);
    }

    private Map<String, Object> describe(ModelDef model) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("model", model.name());
        document.put("name", model.description());
        document.put("doc", null);
        document.put("fields", fields(model));
        Map<String, Object> methods = new LinkedHashMap<>();
        methods(model).forEach((name, signature) -> methods.put(name, method(model, signature)));
        document.put("methods", methods);
        return document;
    }

    private List<String> modules() {
        return env.transaction()
                .query(
                        SqlFragment.of("SELECT name FROM ir_module_module WHERE state = 'installed' ORDER BY id"),
                        row -> row.text(1));
    }

    private Map<String, Object> titles(ModelDef model) {
        Map<String, Object> titles = new TreeMap<>();
        new FieldsGet(env, model)
                .describe(null, List.of("string"))
                .forEach((name, attributes) -> titles.put(name, attributes));
        return titles;
    }

    private Map<String, Object> fields(ModelDef model) {
        Map<String, Object> fields = new LinkedHashMap<>();
        new FieldsGet(env, model).describe(null, null).forEach((name, attributes) -> {
            Map<String, Object> more = new LinkedHashMap<>();
            ((Map<?, ?>) attributes).forEach((key, value) -> more.put((String) key, value));
            more.put("module", null);
            fields.put(name, more);
        });
        return fields;
    }

    private Map<String, MethodSignature> methods(ModelDef model) {
        Map<String, MethodSignature> methods =
                new TreeMap<>(env.registry().schema().baseMethods());
        methods.putAll(model.methods());
        return methods;
    }

    private Map<String, Object> method(ModelDef model, MethodSignature signature) {
        Optional<MethodNote> note = Optional.ofNullable(notes.get(signature.name()));
        Map<String, Object> method = new LinkedHashMap<>();
        method.put("signature", text(signature, note));
        method.put("parameters", parameters(signature, note));
        note.flatMap(MethodNote::returns).ifPresent(type -> method.put("return", Map.of("annotation", type)));
        List<String> api = api(signature, note);
        if (!api.isEmpty()) {
            method.put("api", api);
        }
        method.put("model", note.map(MethodNote::model).orElse(model.name()));
        method.put("module", note.map(MethodNote::module).orElse(null));
        method.put("doc", null);
        return method;
    }

    private static List<String> api(MethodSignature signature, Optional<MethodNote> note) {
        List<String> api = new ArrayList<>();
        if (!signature.onRecords()) {
            api.add("model");
        }
        if (note.filter(MethodNote::readonly).isPresent()) {
            api.add("readonly");
        }
        return api;
    }

    /** {@code (fields=None, load='_classic_read') -> list[ValuesType]}. */
    private static String text(MethodSignature signature, Optional<MethodNote> note) {
        List<String> parameters = new ArrayList<>();
        for (MethodSignature.Parameter parameter : signature.parameters()) {
            parameters.add(parameter.name()
                    + parameter
                            .defaultValue()
                            .map(value -> "=" + PythonRepr.of(value.value()))
                            .orElse(""));
        }
        String returns =
                note.flatMap(MethodNote::returns).map(type -> " -> " + type).orElse("");
        return "(" + String.join(", ", parameters) + ")" + returns;
    }

    private static Map<String, Object> parameters(MethodSignature signature, Optional<MethodNote> note) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        for (MethodSignature.Parameter parameter : signature.parameters()) {
            Map<String, Object> described = new LinkedHashMap<>();
            if (parameter.kind() != MethodSignature.Kind.POSITIONAL_OR_KEYWORD) {
                described.put("kind", parameter.kind().name());
            }
            parameter.defaultValue().ifPresent(value -> described.put("default", value.value()));
            note.map(known -> known.annotations().get(parameter.name()))
                    .ifPresent(type -> described.put("annotation", type));
            parameters.put(parameter.name(), described);
        }
        return parameters;
    }
}
