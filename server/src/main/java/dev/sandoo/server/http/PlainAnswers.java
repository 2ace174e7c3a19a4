package dev.sandoo.server.http;

import dev.sandoo.schema.OdooVersion;
import dev.sandoo.server.wire.json.JsonFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Small documents about the server itself, which need no database. Source: wire_http health, version and robots. */
final class PlainAnswers {
    private static final String JSON = "application/json";
    private static final String ROBOTS = "User-agent: *\nDisallow: /\n";

    private final OdooVersion version;
    private final JsonFormat format;

    PlainAnswers(OdooVersion version) {
        this.version = version;
        this.format = JsonFormat.of(version);
    }

    List<Route> table() {
        HttpHandler told = readOnly(request -> version());
        return List.of(
                Route.of(Routes.ANY, "/web/health", readOnly(this::health)),
                Route.of(Routes.ANY, "/web/version", told),
                Route.of(Routes.ANY, "/json/version", told),
                Route.of(Routes.ANY, "/robots.txt", readOnly(request -> HttpAnswer.text(200, "text/plain", ROBOTS))));
    }

    private HttpAnswer health(HttpRequest request) {
        Map<String, Object> health = new LinkedHashMap<>();
        health.put("status", "pass");
        if (FilePath.isOn(request.queryValues().getOrDefault("db_server_status", ""))) {
            health.put("db_server_status", true); // without PostgreSQL there is no server to ask
        }
        return HttpAnswer.of(200, JSON, format.write(health)).with("Cache-Control", "no-store");
    }

    private HttpAnswer version() {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("version_info", version.serverVersionInfo());
        told.put("version", version.serverVersion());
        return HttpAnswer.of(200, JSON + "; charset=utf-8", format.write(told));
    }

    /** Whoever wants to change something lacks a form's token. */
    private static HttpHandler readOnly(HttpHandler handler) {
        return request -> switch (request.method()) {
            case "GET", "HEAD", "OPTIONS" -> handler.handle(request);
            default -> ErrorPages.untrusted();
        };
    }
}
