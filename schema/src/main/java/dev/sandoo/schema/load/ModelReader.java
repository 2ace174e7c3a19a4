package dev.sandoo.schema.load;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.MethodSignature;
import dev.sandoo.schema.ModelDef;
import dev.sandoo.schema.SqlConstraint;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** Reads what a model file says besides its fields, and puts the model together. */
final class ModelReader {
    private final Map<String, MethodSignature> sharedMethods;

    /** A reader that knows the methods that models refer to by name. */
    ModelReader(Map<String, MethodSignature> sharedMethods) {
        this.sharedMethods = sharedMethods;
    }

    ModelDef read(Entry file, Map<String, FieldDef> fields) {
        String name = file.text("model");
        ModelDef model = new ModelDef(
                name,
                file.text("description"),
                file.text("table", name.replace('.', '_')),
                kind(file, "kind", ModelDef.Kind.REGULAR, ModelDef.Kind::valueOf),
                file.text("order", "id"),
                file.optionalText("rec_name"),
                file.texts("rec_names_search"),
                file.text("parent_name", "parent_id"),
                file.flag("parent_store"),
                file.optionalText("active_name"),
                file.textsByName("inherits"),
                file.flag("check_company_auto"),
                fields,
                constraints(file),
                methods(file),
                reifiedFields(file),
                file.texts("required_columns"));
        file.refuseLeftovers();
        return model;
    }

    private static List<SqlConstraint> constraints(Entry file) {
        return file.entries("constraints")
                .map(entry -> new SqlConstraint(
                        entry.text("name"),
                        kind(entry, "kind", SqlConstraint.Kind.CONSTRAINT, SqlConstraint.Kind::valueOf),
                        entry.text("definition"),
                        entry.text("message", "")));
    }

    private Map<String, MethodSignature> methods(Entry file) {
        Map<String, MethodSignature> methods = MethodReader.methods(file);
        for (String name : file.texts("shared_methods")) {
            MethodSignature shared = sharedMethods.get(name);
            if (shared == null) {
                throw file.bad("shared_methods", "names no method of signatures.json: " + name);
            }
            methods.put(name, shared);
        }
        return methods;
    }

    private static Map<String, Map<String, Object>> reifiedFields(Entry file) {
        Map<String, Map<String, Object>> fields = new LinkedHashMap<>();
        Entry reified = file.part("", "reified_fields", file.object("reified_fields"));
        List.copyOf(reified.names()).forEach(name -> fields.put(name, reified.object(name)));
        return fields;
    }

    private static <E> E kind(Entry entry, String key, E usual, Function<String, E> valueOf) {
        if (!entry.has(key)) {
            return usual;
        }
        String value = entry.text(key);
        try {
            return valueOf.apply(value.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw entry.bad(key, "cannot be " + value);
        }
    }
}
