package dev.sandoo.server.wire.json2;

import dev.sandoo.schema.OdooVersion;
import dev.sandoo.server.error.HttpError;
import dev.sandoo.server.error.OdooError;
import dev.sandoo.server.error.PythonError;
import dev.sandoo.server.error.UnknownModel;
import dev.sandoo.server.rpc.Call;
import dev.sandoo.server.rpc.Credential;
import dev.sandoo.server.rpc.Dispatcher;
import dev.sandoo.server.rpc.Documentation;
import dev.sandoo.server.wire.json.JsonFormat;
import dev.sandoo.server.wire.json.JsonReader;
import dev.sandoo.server.wire.json.JsonSyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers JSON-2 requests. Whatever goes wrong in a call becomes a document with a status. Thread-safe. */
public final class Json2Endpoint {
    private static final Logger LOG = LoggerFactory.getLogger(Json2Endpoint.class);

    private final Dispatcher dispatcher;
    private final Documentation documentation;
    private final JsonFormat format;
    private final JsonReader reader = new JsonReader();

    public Json2Endpoint(OdooVersion version, Dispatcher dispatcher, Documentation documentation) {
        this.dispatcher = Objects.requireNonNull(dispatcher, "dispatcher");
        this.documentation = Objects.requireNonNull(documentation, "documentation");
        this.format = JsonFormat.of(version);
    }

    /** Calls a method with the arguments in the body. Who calls is settled before the body is looked at. */
    public Json2Answer call(Json2Request request, String model, String method, byte[] body) {
        return answer(request, () -> {
            Credential credential = request.credential();
            Map<String, Object> arguments = arguments(request, credential, body);
            return dispatcher.dispatch(
                    new Call(request.database(), credential, model, method, List.of(), arguments, request.origin()));
        });
    }

    /** The document about all models. */
    public Json2Answer index(Json2Request request) {
        return answer(request, () -> documentation.index(request.database(), request.credential(), request.origin()));
    }

    /** The document about one model. */
    public Json2Answer document(Json2Request request, String model) {
        return answer(
                request, () -> documentation.of(request.database(), request.credential(), request.origin(), model));
    }

    /** The document about all models, for people who are logged in. */
    public Json2Answer indexForSession(Json2Request request) {
        return answer(request, () -> documentation.index(request.database(), request.sessionOnly(), request.origin()));
    }

    /** The document about one model, for people who are logged in. */
    public Json2Answer documentForSession(Json2Request request, String model) {
        return answer(
                request, () -> documentation.of(request.database(), request.sessionOnly(), request.origin(), model));
    }

    /** What goes to the wrong path or by the wrong method. */
    public Json2Answer misdirected(Json2Request request) {
        return answer(request, () -> {
            throw HttpError.notFound("Did you mean POST /json/2/<model>/<method>?");
        });
    }

    private Json2Answer answer(Json2Request request, Supplier<Object> work) {
        try {
            return new Json2Answer(200, format.write(work.get()));
        } catch (UnknownModel error) {
            return error(HttpError.notFound("the model '" + error.model() + "' does not exist"), request);
        } catch (OdooError error) {
            return error(error, request);
        } catch (RuntimeException error) {
            String id = request.origin().requestId();
            LOG.error("{} failed on {}", id, request.path(), error);
            return error(
                    PythonError.of("RuntimeError", "internal error, see request " + id + " in Sandoo's log"), request);
        }
    }

    private Json2Answer error(OdooError error, Json2Request request) {
        return new Json2Answer(Json2Errors.status(error), format.write(Json2Errors.document(error, request.path())));
    }

    /** What is JSON and no object names no arguments. Source: wire_json2 body-wrong. */
    private Map<String, Object> arguments(Json2Request request, Credential credential, byte[] body) {
        try {
            Object value = body.length == 0 ? null : reader.read(body);
            return value instanceof Map<?, ?> members ? named(members) : Map.of();
        } catch (JsonSyntaxException error) {
            dispatcher.requireKnown(request.database(), credential, request.origin());
            throw HttpError.badRequest("could not parse the body as json: " + error.getMessage());
        }
    }

    @SuppressWarnings("unchecked") // the reader makes no other maps
    private static Map<String, Object> named(Map<?, ?> members) {
        return (Map<String, Object>) members;
    }
}
