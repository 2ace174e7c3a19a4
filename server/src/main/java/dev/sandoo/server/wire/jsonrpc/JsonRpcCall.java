package dev.sandoo.server.wire.jsonrpc;

import dev.sandoo.server.error.PythonError;
import dev.sandoo.server.error.PythonRepr;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The {@code params} of a request: a service, a method and its arguments. */
record JsonRpcCall(String service, String method, List<Object> arguments) {
    private static final List<String> NAMES = List.of("service", "method", "args");

    /**
     * Reads the params; members beyond the three are passed over.
     *
     * @param signature the name of the function that Odoo would call with them
     * @throws PythonError as Python's would be when members are missing or of the wrong type
     */
    static JsonRpcCall of(Object params, String signature) {
        if (!(params instanceof Map<?, ?> members)) {
            throw PythonError.typeError("'" + PythonRepr.typeName(params) + "' object is not iterable");
        }
        NamedArguments.require(signature, NAMES, members);
        if (!(members.get("method") instanceof String method)) {
            throw PythonError.typeError(
                    "can only concatenate str (not \"" + PythonRepr.typeName(members.get("method")) + "\") to str");
        }
        return new JsonRpcCall(PythonRepr.text(members.get("service")), method, unpacked(members.get("args"), method));
    }

    /** Python's {@code *args}: of an object come its keys, of a text its letters. */
    private static List<Object> unpacked(Object arguments, String method) {
        if (arguments instanceof List<?> list) {
            return new ArrayList<>(list);
        }
        if (arguments instanceof Map<?, ?> map) {
            return List.copyOf(map.keySet());
        }
        if (arguments instanceof String text) {
            return text.codePoints().<Object>mapToObj(Character::toString).toList();
        }
        throw PythonError.typeError(
                method + "() argument after * must be an iterable, not " + PythonRepr.typeName(arguments));
    }
}
