package dev.sandoo.server.rpc;

import dev.sandoo.schema.OdooVersion;
import dev.sandoo.server.error.PythonError;
import dev.sandoo.server.error.PythonRepr;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How a version reads the parameters of {@code execute} and {@code execute_kw}, and what it says to wrong ones. The first
 * three are database, user id and secret; what follows is looked at only for callers who are known.
 *
 * <p>Source: asked of the real servers, which recorded scenarios {@code auth_rpc} and {@code wire_xmlrpc} do too.
 */
interface ObjectParameters {
    /** The way of this version. */
    static ObjectParameters of(OdooVersion version) {
        return version.has("rpc.arguments-unpacked") ? new UnpackedParameters() : new PassedParameters();
    }

    /** What is called, and with what. */
    record Target(String model, String method, List<Object> args, Map<String, Object> kwargs) {
        public Target {
            Objects.requireNonNull(model, "model");
            Objects.requireNonNull(method, "method");
        }
    }

    /** Lets pass what has the caller's three parameters at least. */
    void requireHead(List<Object> parameters, Origin origin);

    /** How the version's {@code int()} words the numbers that it takes. */
    String realNumber();

    /** Lets pass a method that the service has. */
    void requireMethod(String method);

    /** Reads the rest. */
    Target target(String method, List<Object> parameters);

    /** The model's name as Python prints it. */
    static String model(Object value) {
        if (PythonValue.isUnhashable(value)) {
            throw PythonValue.unhashable(value);
        }
        return PythonRepr.text(value);
    }

    /** The service's complaint about a method that it lacks. */
    static PythonError notAvailable(String method) {
        return PythonError.of("NameError", "Method not available " + method);
    }
}
