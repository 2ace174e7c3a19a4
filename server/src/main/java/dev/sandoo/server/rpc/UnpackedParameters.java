package dev.sandoo.server.rpc;

import dev.sandoo.server.error.PythonError;
import java.util.List;
import java.util.Map;

/** Parameters taken apart into names, as later versions do: too few or too many are a {@code ValueError}. */
final class UnpackedParameters implements ObjectParameters {
    private static final int NAMED = 5;
    private static final String EXECUTE = "execute";
    private static final String EXECUTE_KW = "execute_kw";

    @Override
    public void requireHead(List<Object> parameters, Origin origin) {
        if (parameters.size() < NAMED) {
            throw PythonError.valueError(
                    "not enough values to unpack (expected at least " + NAMED + ", got " + parameters.size() + ")");
        }
    }

    @Override
    public String realNumber() {
        return "a real number";
    }

    @Override
    public void requireMethod(String method) {
        if (!method.equals(EXECUTE) && !method.equals(EXECUTE_KW)) {
            throw ObjectParameters.notAvailable(method);
        }
    }

    @Override
    public Target target(String method, List<Object> parameters) {
        String model = ObjectParameters.model(parameters.get(3));
        String name = method(parameters.get(4));
        List<Object> rest = parameters.subList(NAMED, parameters.size());
        if (method.equals(EXECUTE)) {
            return new Target(model, name, rest, Map.of());
        }
        if (rest.isEmpty()) {
            throw PythonError.valueError("not enough values to unpack (expected 2, got 0)");
        }
        if (rest.size() > 2) {
            throw PythonError.valueError("too many values to unpack (expected 2)");
        }
        Object kwargs = rest.size() < 2 || rest.get(1) == null ? Map.of() : rest.get(1);
        return new Target(model, name, PythonValue.unpacked(rest.get(0)), PythonValue.dictionary(kwargs));
    }

    private static String method(Object value) {
        if (value instanceof String name) {
            return name;
        }
        throw PythonValue.lacksStartswith(value);
    }
}
