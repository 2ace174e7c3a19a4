package dev.sandoo.server.orm;

import dev.sandoo.schema.MethodSignature;
import dev.sandoo.schema.MethodSignature.Kind;
import dev.sandoo.schema.MethodSignature.Parameter;
import dev.sandoo.server.error.HttpError;
import dev.sandoo.server.error.PythonError;
import dev.sandoo.server.field.PythonValues;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The arguments of a call by name, checked against a method's signature before it is called; {@code ids} and {@code context}
 * stand among them and belong to no method. Source: wire_json2 arguments, ids, ids-on-model-method and context.
 */
final class NamedArguments {
    private final Object ids;
    private final Context context;
    private final Map<String, Object> values;

    private NamedArguments(Object ids, Context context, Map<String, Object> values) {
        this.ids = ids;
        this.context = context;
        this.values = values;
    }

    /** Takes a request's members apart. */
    static NamedArguments of(Map<String, Object> members) {
        Map<String, Object> values = new LinkedHashMap<>(members);
        Object ids = values.containsKey("ids") ? values.remove("ids") : List.of();
        Context context = Models.context(values.remove("context"));
        return new NamedArguments(ids, context, values);
    }

    /**
     * Lets fitting arguments pass.
     *
     * @throws HttpError of status 422 when one is missing or unknown, or the method does not work on records
     */
    void check(String model, MethodSignature signature) {
        if (!signature.onRecords() && PythonValues.isTrue(ids)) {
            throw HttpError.unprocessable("cannot call " + model + "." + signature.name() + " with ids");
        }
        boolean takesMore = false;
        for (Parameter parameter : signature.parameters()) {
            takesMore |= parameter.kind() == Kind.VAR_KEYWORD;
            if (parameter.isRequired() && !values.containsKey(parameter.name())) {
                String kind = parameter.kind() == Kind.KEYWORD_ONLY ? " keyword-only" : "";
                throw HttpError.unprocessable("missing a required" + kind + " argument: '" + parameter.name() + "'");
            }
        }
        if (!takesMore) {
            values.keySet().forEach(name -> requireKnown(signature, name));
        }
    }

    /**
     * The ids as a list, or a single one.
     *
     * @throws PythonError a {@code TypeError} for what is neither
     */
    Object ids() {
        if (ids instanceof Double || Boolean.TRUE.equals(ids)) {
            throw PythonError.typeError("'" + PythonValues.typeName(ids) + "' object is not iterable");
        }
        return ids;
    }

    Context context() {
        return context;
    }

    /** The arguments without ids and context; {@code create} answers a list also when it is given one record. */
    Map<String, Object> values(MethodSignature signature) {
        if (signature.name().equals("create") && values.get("vals_list") instanceof Map<?, ?> single) {
            values.put("vals_list", List.of(single));
        }
        return values;
    }

    private static void requireKnown(MethodSignature signature, String name) {
        boolean known = signature.parameters().stream()
                .anyMatch(parameter -> parameter.name().equals(name) && parameter.kind() != Kind.VAR_POSITIONAL);
        if (!known) {
            throw HttpError.unprocessable("got an unexpected keyword argument '" + name + "'");
        }
    }
}
