package dev.sandoo.server.wire.webclient;

import dev.sandoo.schema.OdooVersion;
import dev.sandoo.server.error.PythonError;
import dev.sandoo.server.error.PythonRepr;
import dev.sandoo.server.error.UnknownModel;
import dev.sandoo.server.rpc.Call;
import dev.sandoo.server.rpc.Credential;
import dev.sandoo.server.rpc.Dispatcher;
import dev.sandoo.server.rpc.Visit;
import dev.sandoo.server.rpc.WebSessions;
import java.util.List;
import java.util.Map;

/** Calls a model's method for whoever is logged in. Thread-safe. */
final class ModelCall {
    private final WebSessions sessions;
    private final Dispatcher dispatcher;
    private final boolean modelsArePlaces;

    ModelCall(OdooVersion version, WebSessions sessions, Dispatcher dispatcher) {
        this.sessions = sessions;
        this.dispatcher = dispatcher;
        this.modelsArePlaces = version.has("web.unknown-model-not-found");
    }

    Object call(Visit visit, Object model, Object method, Object args, Object kwargs) {
        Credential credential = visit.credential();
        try {
            return dispatcher.dispatch(new Call(
                    sessions.database(visit),
                    credential,
                    PythonRepr.text(model),
                    PythonRepr.text(method),
                    list(args),
                    map(kwargs),
                    visit.origin()));
        } catch (UnknownModel unknown) {
            throw modelsArePlaces ? PythonError.notFound() : PythonError.keyError(unknown.model());
        }
    }

    @SuppressWarnings("unchecked")
    private static List<Object> list(Object args) {
        if (args instanceof List<?> list) {
            return (List<Object>) list;
        }
        throw PythonError.typeError("'" + PythonRepr.typeName(args) + "' object is not iterable");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object kwargs) {
        if (kwargs instanceof Map<?, ?> map) {
            return (Map<String, Object>) map;
        }
        throw PythonError.typeError("'" + PythonRepr.typeName(kwargs) + "' object is not a mapping");
    }
}
