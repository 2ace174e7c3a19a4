package dev.sandoo.server.http;

import dev.sandoo.server.rpc.Credential;
import dev.sandoo.server.rpc.KnownDatabases;
import dev.sandoo.server.rpc.Protocol;
import dev.sandoo.server.wire.routes.CustomRoute;
import dev.sandoo.server.wire.routes.RouteAnswer;
import dev.sandoo.server.wire.routes.RouteEndpoint;
import dev.sandoo.server.wire.routes.RouteRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The paths of custom routes, and of the tokens that some of them take. */
public final class CustomRoutes {
    private final RouteEndpoint endpoint;
    private final List<CustomRoute> routes;
    private final DatabaseChoice databases;
    private final String standard;
    private final RequestIds ids = new RequestIds(Instant.now());

    /**
     * Routes by their order: the first that fits is taken.
     *
     * @param standard the database of requests that name none
     */
    public CustomRoutes(RouteEndpoint endpoint, List<CustomRoute> routes, KnownDatabases databases, String standard) {
        this.endpoint = Objects.requireNonNull(endpoint, "endpoint");
        this.routes = List.copyOf(routes);
        this.databases = new DatabaseChoice(databases);
        this.standard = Objects.requireNonNull(standard, "standard");
    }

    List<Route> table(SessionCookie cookie) {
        List<Route> table = new ArrayList<>();
        for (CustomRoute route : routes) {
            table.add(Route.of(
                    route.methods(), route.path(), http -> answer(endpoint.call(route, request(http, cookie)))));
        }
        table.add(
                Route.of(Set.of("POST"), "/auth/token/apikey", http -> answer(endpoint.token(request(http, cookie)))));
        return table;
    }

    private RouteRequest request(HttpRequest http, SessionCookie cookie) throws IOException {
        var origin = http.origin(Protocol.HTTP, ids.next());
        Map<String, String> arguments = new LinkedHashMap<>(http.queryValues());
        byte[] body = new byte[0];
        if (http.isForm()) {
            arguments.putAll(http.form());
        } else {
            body = http.body();
        }
        arguments.putAll(http.pathValues());
        return new RouteRequest(
                database(http),
                arguments,
                http::header,
                cookie.visit(http, origin).token().map(token -> new Credential.Session(token, http.host())),
                body,
                origin);
    }

    /** A header that names a database which is not there is no reason to take another. */
    private Optional<String> database(HttpRequest http) {
        return databases.of(http, Optional.of(standard));
    }

    private static HttpAnswer answer(RouteAnswer answer) {
        return HttpAnswer.of(answer.status(), RouteAnswer.CONTENT_TYPE, answer.body())
                .with("X-Content-Type-Options", "nosniff")
                .with("Cache-Control", "no-store");
    }
}
