package dev.sandoo.server.wire.jsonrpc;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sandoo.schema.OdooVersion;
import dev.sandoo.server.error.OdooError;
import dev.sandoo.server.error.PythonError;
import dev.sandoo.server.rpc.Origin;
import dev.sandoo.server.wire.json.JsonReader;
import dev.sandoo.server.wire.json.JsonSyntaxException;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers the JSON-RPC bodies of one path. Whatever goes wrong in a call becomes an error in the answer. Thread-safe. */
public final class JsonRpcEndpoint {
    private static final Logger LOG = LoggerFactory.getLogger(JsonRpcEndpoint.class);

    /** Source: wire_jsonrpc content-types. */
    private static final Set<String> MEDIA_TYPES = Set.of("application/json", "application/json-rpc");

    private static final String PAGE_TYPE = "text/html; charset=utf-8";

    private final String path;
    private final JsonRpcMethod method;
    private final JsonRpcStyle style;
    private final JsonReader reader = new JsonReader();

    /**
     * @param path names the endpoint in tracebacks and the log
     */
    public JsonRpcEndpoint(OdooVersion version, String path, JsonRpcMethod method) {
        this.path = Objects.requireNonNull(path, "path");
        this.method = Objects.requireNonNull(method, "method");
        this.style = JsonRpcStyle.of(version);
    }

    /**
     * Answers one request, whatever its HTTP method.
     *
     * @param contentType the request's header, empty if there is none
     */
    public JsonRpcAnswer answer(String contentType, byte[] body, Origin origin) {
        return answer(contentType, body, origin, method);
    }

    /** The same with a method of this request's own. */
    public JsonRpcAnswer answer(String contentType, byte[] body, Origin origin, JsonRpcMethod method) {
        if (!MEDIA_TYPES.contains(mediaType(contentType))) {
            return style.checksMediaType()
                    ? page(415, "Unsupported Media Type")
                    : page(400, "Session expired (invalid CSRF token)");
        }
        try {
            return reader.read(body) instanceof Map<?, ?> envelope ? answer(envelope, origin, method) : notAnObject();
        } catch (JsonSyntaxException error) {
            return page(400, "Invalid JSON data");
        }
    }

    private JsonRpcAnswer answer(Map<?, ?> envelope, Origin origin, JsonRpcMethod method) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("jsonrpc", "2.0");
        answer.put("id", envelope.get("id"));
        try {
            Object params = envelope.containsKey("params") ? envelope.get("params") : Map.of();
            Object result = method.call(params, origin);
            // A result of None is left out. Source: wire_jsonrpc result-none.
            if (result != null) {
                answer.put("result", result);
            }
        } catch (OdooError error) {
            if (style.refusesEarly(error)) {
                answer.put("id", null);
            }
            answer.put("error", JsonRpcError.of(error, style, path));
        } catch (RuntimeException error) {
            LOG.error("{} failed on {}", origin.requestId(), path, error);
            PythonError shown = PythonError.of(
                    "RuntimeError", "internal error, see request " + origin.requestId() + " in Sandoo's log");
            answer.put("error", JsonRpcError.of(shown, style, path));
        }
        return json(answer);
    }

    private JsonRpcAnswer json(Map<String, Object> answer) {
        try {
            ByteBuffer body = style.format().write(answer);
            return new JsonRpcAnswer(200, style.contentType(), body);
        } catch (PythonError notWritable) {
            // By now Odoo is past catching errors. Source: wire_jsonrpc result-conversions, 19.0.
            return page(500, "Internal Server Error");
        }
    }

    private JsonRpcAnswer notAnObject() {
        return style.checksMediaType() ? page(400, "Invalid JSON-RPC data") : page(500, "Internal Server Error");
    }

    private static JsonRpcAnswer page(int status, String text) {
        String page = "<!doctype html>\n<html lang=en>\n<title>" + status + "</title>\n<p>" + text + "</p>\n";
        return new JsonRpcAnswer(status, PAGE_TYPE, ByteBuffer.wrap(page.getBytes(UTF_8)));
    }

    private static String mediaType(String contentType) {
        int parameters = contentType.indexOf(';');
        String type = parameters < 0 ? contentType : contentType.substring(0, parameters);
        return type.strip().toLowerCase(Locale.ROOT);
    }
}
