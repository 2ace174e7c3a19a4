package dev.sandoo.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import dev.sandoo.server.EmulatorConfig;
import dev.sandoo.server.EmulatorServer;
import dev.sandoo.server.KeyAdministration;
import dev.sandoo.server.PostgresPlace;
import dev.sandoo.server.db.ServerAddress;
import dev.sandoo.server.db.TestPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Nothing that proves who somebody is may stand in a log, whatever its level and whatever went wrong. */
class SecretsInLogsWireIT {
    private static final String WRONG = "wr0ng-s3cret-of-nobody";

    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

    @Test
    void passwordsKeysAndTokensStayOutOfTheLog() throws Exception {
        ServerAddress address = TestPostgres.server().address();
        EmulatorConfig config = EmulatorConfig.ephemeral()
                .withDatabase(TestPostgres.fresh("19.0").name())
                .withPostgres(new PostgresPlace.External(address.url(), address.user(), address.password()));
        Logger sandoo = (Logger) LoggerFactory.getLogger("dev.sandoo");
        Level before = sandoo.getLevel();
        sandoo.setLevel(Level.TRACE);
        lines.start();
        sandoo.addAppender(lines);
        try (EmulatorServer server = EmulatorServer.start(config)) {
            String key = key(config);
            for (String secret : List.of(key, WRONG)) {
                rpc(server, config, secret);
                web(server, config, secret);
                routes(server, config, secret);
                assertUnseen(secret);
            }
            assertFalse(lines.list.isEmpty());
        } finally {
            sandoo.detachAppender(lines);
            sandoo.setLevel(before);
        }
    }

    private static String key(EmulatorConfig config) {
        try (KeyAdministration keys = KeyAdministration.open(config)) {
            return keys.create("admin", "test", Optional.empty(), Optional.empty())
                    .secret();
        }
    }

    private static void rpc(EmulatorServer server, EmulatorConfig config, String secret) throws Exception {
        String call =
                "{\"params\": {\"service\": \"object\", \"method\": \"execute\", \"args\": [\"%s\", 2, \"%s\", \"%s\", \"%s\"]}}";
        send(server, "/jsonrpc", call.formatted(config.database(), secret, "res.users", "context_get"));
        send(server, "/jsonrpc", call.formatted(config.database(), secret, "no.such.model", "x"));
        send(server, "/json/2/res.users/context_get", "{}", "Authorization", "Bearer " + secret);
    }

    private static void web(EmulatorServer server, EmulatorConfig config, String secret) throws Exception {
        String login = "{\"params\": {\"db\": \"%s\", \"login\": \"admin\", \"password\": \"%s\"}}";
        send(server, "/web/session/authenticate", login.formatted(config.database(), secret));
    }

    private static void routes(EmulatorServer server, EmulatorConfig config, String secret) throws Exception {
        send(server, "/auth/token/apikey", "{}", "X-API-Key", secret, "X-Odoo-Database", config.database());
        send(server, "/api/project/create", "{\"project_name\": \"x\"}", "X-Access-Token", secret);
    }

    private void assertUnseen(String secret) {
        List<String> telling = lines.list.stream()
                .map(event -> event.getFormattedMessage()
                        + (event.getThrowableProxy() == null
                                ? ""
                                : ThrowableProxyUtil.asString(event.getThrowableProxy())))
                .filter(line -> line.contains(secret))
                .toList();
        assertEquals(List.of(), telling);
    }

    private static void send(EmulatorServer server, String path, String body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.url() + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        HttpClient.newHttpClient().send(request.build(), BodyHandlers.discarding());
    }
}
