package dev.sandoo.schema.load;

import dev.sandoo.schema.MethodSignature;
import dev.sandoo.schema.MethodSignature.Default;
import dev.sandoo.schema.MethodSignature.Kind;
import dev.sandoo.schema.MethodSignature.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads methods: {@code "methods"} work on records, {@code "model_methods"} do not. A parameter is a name, or an object of
 * name and default; {@code *args} and {@code **kwargs} take the rest, and what follows a star is given by name only.
 */
final class MethodReader {
    private MethodReader() {}

    static Map<String, MethodSignature> methods(Entry entry) {
        Map<String, MethodSignature> methods = new LinkedHashMap<>();
        entry.object("methods").forEach((name, parameters) -> methods.put(name, method(entry, name, parameters, true)));
        entry.object("model_methods")
                .forEach((name, parameters) -> methods.put(name, method(entry, name, parameters, false)));
        return methods;
    }

    private static MethodSignature method(Entry entry, String name, Object parameters, boolean onRecords) {
        if (!(parameters instanceof List<?> elements)) {
            throw entry.bad(name, "must be a list of parameters");
        }
        List<Parameter> result = new ArrayList<>(elements.size());
        Kind kind = Kind.POSITIONAL_OR_KEYWORD;
        for (Object element : elements) {
            if (!"*".equals(element)) {
                result.add(parameter(entry, name, element, kind));
            }
            if (element instanceof String text && text.startsWith("*")) {
                kind = Kind.KEYWORD_ONLY;
            }
        }
        return new MethodSignature(name, result, onRecords);
    }

    private static Parameter parameter(Entry entry, String method, Object element, Kind kind) {
        if (element instanceof String name) {
            return without(name, kind);
        }
        if (element instanceof Map<?, ?> pair && pair.size() == 1) {
            Map.Entry<?, ?> only = pair.entrySet().iterator().next();
            return new Parameter((String) only.getKey(), kind, Optional.of(new Default(only.getValue())));
        }
        throw entry.bad(method, "has a parameter that is neither a name nor a name with its default");
    }

    private static Parameter without(String name, Kind kind) {
        if (name.startsWith("**")) {
            return new Parameter(name.substring(2), Kind.VAR_KEYWORD, Optional.empty());
        }
        if (name.startsWith("*")) {
            return new Parameter(name.substring(1), Kind.VAR_POSITIONAL, Optional.empty());
        }
        return new Parameter(name, kind, Optional.empty());
    }
}
