package dev.sandoo.server.addons.security;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sandoo.server.error.PythonError;
import dev.sandoo.server.orm.Arguments;
import dev.sandoo.server.orm.Context;
import dev.sandoo.server.orm.Environment;
import dev.sandoo.server.orm.ModelMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A call that waits for its caller's password.
 *
 * @param context wire values
 * @param ids of the records it was made on
 */
record PendingRequest(Map<String, Object> context, String model, List<Integer> ids, String method) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PARTS = 4;

    /** As a wizard keeps it. */
    String json() {
        try {
            return JSON.writeValueAsString(List.of(context, model, ids, method));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("wire values are JSON", e);
        }
    }

    /** What a wizard keeps, which on the earlier version its creator may have written. */
    static PendingRequest parse(Object kept) {
        if (!(kept instanceof String text)) {
            throw PythonError.typeError("the JSON object must be str, bytes or bytearray, not bool");
        }
        try {
            List<Object> parts = JSON.readValue(text, new TypeReference<List<Object>>() {});
            if (parts.size() != PARTS) {
                throw PythonError.valueError(
                        parts.size() < PARTS
                                ? "not enough values to unpack (expected " + PARTS + ", got " + parts.size() + ")"
                                : "too many values to unpack (expected " + PARTS + ")");
            }
            return of(parts);
        } catch (JsonProcessingException e) {
            throw PythonError.valueError("the request of an identity check must be a list of four");
        }
    }

    @SuppressWarnings("unchecked")
    private static PendingRequest of(List<Object> parts) {
        List<Integer> ids = new ArrayList<>();
        if (parts.get(2) instanceof List<?> list) {
            list.stream()
                    .filter(Integer.class::isInstance)
                    .map(Integer.class::cast)
                    .forEach(ids::add);
        }
        Map<String, Object> context = parts.get(0) instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
        return new PendingRequest(context, String.valueOf(parts.get(1)), ids, String.valueOf(parts.get(3)));
    }

    /**
     * Makes the call.
     *
     * @throws PythonError for anything but a method that asks for identities: a wizard is no way around rights
     */
    Object run(Environment env) {
        if (env.registry().find(model).isEmpty()) {
            throw PythonError.keyError(model);
        }
        ModelMethod called = env.registry()
                .behaviours()
                .method(model, method)
                .filter(IdentityCheck.Asking.class::isInstance)
                .orElseThrow(() -> PythonError.of("AssertionError", ""));
        return called.call(
                env.with(new Context(context)).records(model, ids), new Arguments(Map.of(), List.of(), Map.of()));
    }
}
