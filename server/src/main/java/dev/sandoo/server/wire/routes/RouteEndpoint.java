package dev.sandoo.server.wire.routes;

import dev.sandoo.schema.OdooVersion;
import dev.sandoo.server.error.HttpError;
import dev.sandoo.server.error.OdooError;
import dev.sandoo.server.rpc.Call;
import dev.sandoo.server.rpc.Credential;
import dev.sandoo.server.rpc.Dispatcher;
import dev.sandoo.server.rpc.RouteCallers;
import dev.sandoo.server.wire.json.JsonFormat;
import dev.sandoo.server.wire.json.JsonReader;
import dev.sandoo.server.wire.json.JsonSyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers requests for custom routes. Whatever goes wrong becomes a document with a status and a message. Thread-safe. */
public final class RouteEndpoint {
    private static final Logger LOG = LoggerFactory.getLogger(RouteEndpoint.class);
    private static final String BEARER = "Bearer ";

    private final Dispatcher dispatcher;
    private final RouteCallers callers;
    private final Duration tokenLife;
    private final JsonFormat format;
    private final JsonReader reader = new JsonReader();

    /** @param tokenLife how long access tokens count, for clients to know */
    public RouteEndpoint(OdooVersion version, Dispatcher dispatcher, RouteCallers callers, Duration tokenLife) {
        this.dispatcher = Objects.requireNonNull(dispatcher, "dispatcher");
        this.callers = Objects.requireNonNull(callers, "callers");
        this.tokenLife = Objects.requireNonNull(tokenLife, "tokenLife");
        this.format = JsonFormat.of(version);
    }

    /** Makes the call that the route stands for. */
    public RouteAnswer call(CustomRoute route, RouteRequest request) {
        return answer(request, route.status(), () -> {
            Credential credential = credential(route, request);
            String database = database(request, Map.of());
            Map<String, Object> values = values(request);
            for (String name : route.required()) {
                if (values.getOrDefault(name, "").equals("")) {
                    throw HttpError.badRequest(name + " is missing");
                }
            }
            Object result = dispatcher.dispatch(call(route, request, credential, database, new Placeholders(values)));
            values.put("result", result == null ? false : result);
            return new Placeholders(values).fill(route.answer());
        });
    }

    private static Call call(
            CustomRoute route,
            RouteRequest request,
            Credential credential,
            String database,
            Placeholders placeholders) {
        List<Object> args = new ArrayList<>();
        route.args().forEach(argument -> args.add(placeholders.fill(argument)));
        return new Call(
                database,
                credential,
                route.model(),
                route.method(),
                args,
                placeholders.object(route.kwargs()),
                request.origin());
    }

    /** Gives a token for an API key. */
    public RouteAnswer token(RouteRequest request) {
        return answer(request, 200, () -> {
            Map<String, Object> values = values(request);
            String key = request.header("X-API-Key")
                    .or(() -> text(values, "api_key"))
                    .or(() -> text(values, "key"))
                    .orElseThrow(() -> HttpError.badRequest("Missing API key"));
            String token = callers.token(database(request, values), key, request.origin());
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("status", "success");
            answer.put("access_token", token);
            answer.put("token_type", "Bearer");
            answer.put("expires_in", (int) tokenLife.toSeconds());
            return answer;
        });
    }

    private Credential credential(CustomRoute route, RouteRequest request) {
        return switch (route.auth()) {
            case API_KEY ->
                callers.byHeaderKey(
                        request.header("API-KEY").orElseThrow(() -> HttpError.unauthorized("Missing API-KEY header")));
            case BEARER ->
                callers.byToken(token(request.header("Authorization"))
                        .or(() -> request.header("X-Access-Token"))
                        .orElseThrow(() -> HttpError.unauthorized("Missing access token")));
            case USER -> request.session().orElseThrow(() -> HttpError.unauthorized("Not logged in"));
            case PUBLIC -> callers.as(route.user().orElseThrow());
        };
    }

    private static Optional<String> token(Optional<String> authorization) {
        return authorization
                .filter(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(value -> value.substring(BEARER.length()).strip())
                .filter(value -> !value.isEmpty());
    }

    private static String database(RouteRequest request, Map<String, Object> values) {
        return text(values, "database")
                .or(() -> text(values, "db"))
                .or(request::database)
                .orElseThrow(() -> HttpError.badRequest("Name the database in the header X-Odoo-Database"));
    }

    private static Optional<String> text(Map<String, Object> values, String name) {
        return values.get(name) instanceof String text && !text.isEmpty() ? Optional.of(text) : Optional.empty();
    }

    /** The body's members, then what path and query give, which goes first. */
    private Map<String, Object> values(RouteRequest request) {
        Map<String, Object> values = new LinkedHashMap<>();
        try {
            Object body = request.body().length == 0 ? null : reader.read(request.body());
            if (body instanceof Map<?, ?> members) {
                members.forEach((name, value) -> values.put(String.valueOf(name), value));
            }
        } catch (JsonSyntaxException error) {
            throw HttpError.badRequest("The body is no JSON: " + error.getMessage());
        }
        values.putAll(request.arguments());
        return values;
    }

    private RouteAnswer answer(RouteRequest request, int status, Supplier<Object> work) {
        try {
            return new RouteAnswer(status, format.write(work.get()));
        } catch (Placeholders.UnfitValueException error) {
            return error(400, error.getMessage());
        } catch (OdooError error) {
            return error(RouteErrors.status(error), error.getMessage());
        } catch (RuntimeException error) {
            String id = request.origin().requestId();
            LOG.error("{} failed", id, error);
            return error(500, "internal error, see request " + id + " in Sandoo's log");
        }
    }

    private RouteAnswer error(int status, String message) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("status", "error");
        document.put("message", message);
        return new RouteAnswer(status, format.write(document));
    }
}
