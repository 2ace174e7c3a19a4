package dev.sandoo.server.rpc;

import dev.sandoo.server.error.PythonError;
import dev.sandoo.server.error.PythonRepr;
import java.util.List;
import java.util.Map;

/** Parameters passed on to a function as they are, as earlier versions do: too few or too many are a {@code TypeError}. */
final class PassedParameters implements ObjectParameters {
    private static final int HEAD = 3;

    /** The functions take the database and the user in front; the secret is not passed on. */
    private static final Map<String, Parameters> FUNCTIONS = Map.of(
            "execute", Parameters.of("execute", "db", "uid", "obj", "method").withOptional(Parameters.ANY_NUMBER),
            "execute_kw",
                    Parameters.of("execute_kw", "db", "uid", "obj", "method", "args")
                            .withOptional(1));

    @Override
    public void requireHead(List<Object> parameters, Origin origin) {
        if (parameters.size() < HEAD) {
            String sequence = origin.protocol() == Protocol.JSONRPC ? "list" : "tuple";
            throw PythonError.of("IndexError", sequence + " index out of range");
        }
    }

    @Override
    public String realNumber() {
        return "a number";
    }

    @Override
    public void requireMethod(String method) {
        if (!FUNCTIONS.containsKey(method)) {
            throw ObjectParameters.notAvailable(method);
        }
    }

    @Override
    public Target target(String method, List<Object> parameters) {
        List<Object> rest = parameters.subList(HEAD, parameters.size());
        FUNCTIONS.get(method).check(parameters.subList(1, parameters.size()));
        if (method.equals("execute")) {
            return target(rest, rest.subList(2, rest.size()), Map.of());
        }
        Object kwargs = rest.size() > 3 ? rest.get(3) : null;
        return target(rest, PythonValue.unpacked(rest.get(2)), kwargs(kwargs));
    }

    private static Target target(List<Object> rest, List<Object> args, Map<String, Object> kwargs) {
        if (!(rest.get(1) instanceof String method)) {
            throw PythonError.typeError("expected string or bytes-like object");
        }
        return new Target(ObjectParameters.model(rest.get(0)), method, args, kwargs);
    }

    private static Map<String, Object> kwargs(Object value) {
        if (!PythonValue.isTrue(value)) {
            return Map.of();
        }
        if (value instanceof Map) {
            return PythonValue.dictionary(value);
        }
        throw PythonError.typeError(
                "odoo.service.model.execute() argument after ** must be a mapping, not " + PythonRepr.typeName(value));
    }
}
