package dev.sandoo.server.rpc;

import dev.sandoo.schema.OdooVersion;
import dev.sandoo.server.error.PythonError;
import dev.sandoo.server.error.PythonRepr;
import java.util.List;

/** The service {@code object}: the models' methods, by {@code execute} and {@code execute_kw}. */
final class ObjectService implements Service {
    private final OdooVersion version;
    private final ObjectParameters shape;
    private final Dispatcher dispatcher;

    ObjectService(OdooVersion version, Dispatcher dispatcher) {
        this.version = version;
        this.shape = ObjectParameters.of(version);
        this.dispatcher = dispatcher;
    }

    @Override
    public Object call(String method, List<Object> parameters, Origin origin) {
        shape.requireHead(parameters, origin);
        int uid = PythonValue.integer(parameters.get(1), shape.realNumber());
        shape.requireMethod(method);
        String database = DatabaseName.of(parameters.get(0), version);
        Credential credential = new Credential.UserSecret(uid, secret(parameters.get(2)));
        ObjectParameters.Target target = target(method, parameters, database, credential, origin);
        return dispatcher.dispatch(new Call(
                database, credential, target.model(), target.method(), target.args(), target.kwargs(), origin));
    }

    /** A stranger learns that they are one before they learn what is wrong with the rest. */
    private ObjectParameters.Target target(
            String method, List<Object> parameters, String database, Credential credential, Origin origin) {
        try {
            return shape.target(method, parameters);
        } catch (PythonError wrong) {
            dispatcher.requireKnown(database, credential, origin);
            throw wrong;
        }
    }

    private static String secret(Object value) {
        if (value instanceof String text) {
            return text;
        }
        if (!PythonValue.isTrue(value)) {
            return "";
        }
        if (PythonValue.isUnhashable(value)) {
            throw PythonValue.unhashable(value);
        }
        throw PythonError.typeError("secret must be unicode or bytes, not " + PythonRepr.typeName(value));
    }
}
