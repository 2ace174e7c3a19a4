package dev.sandoo.server.cli;

import dev.sandoo.server.EmulatorConfig;
import dev.sandoo.server.EmulatorServer;
import dev.sandoo.server.StartException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/**
 * Starts a throw-away emulator, makes the calls that most clients make first, and stops it: tells whether Sandoo works on
 * this machine. The build runs it to record which classes a start loads.
 */
final class SelfCheck {
    private static final String VERSION = "<methodCall><methodName>version</methodName></methodCall>";
    private static final String AUTHENTICATE = """
            <methodCall><methodName>authenticate</methodName><params>
            <param><value><string>demo</string></value></param>
            <param><value><string>admin</string></value></param>
            <param><value><string>admin</string></value></param>
            <param><value><struct/></value></param>
            </params></methodCall>""";
    private static final String EXECUTE = """
            <methodCall><methodName>execute_kw</methodName><params>
            <param><value><string>demo</string></value></param>
            <param><value><int>2</int></value></param>
            <param><value><string>admin</string></value></param>
            <param><value><string>res.partner</string></value></param>
            <param><value><string>%s</string></value></param>
            <param><value><array><data>%s</data></array></value></param>
            </params></methodCall>""";
    private static final String VALUES =
            "<value><struct><member><name>name</name><value><string>Ada</string></value></member></struct></value>";
    private static final String DOMAIN = """
            <value><array><data><value><array><data>
            <value><string>name</string></value><value><string>=</string></value><value><string>Ada</string></value>
            </data></array></value></data></array></value>
            <value><array><data><value><string>name</string></value></data></array></value>""";

    private final HttpClient client = HttpClient.newHttpClient();

    /**
     * Runs the check.
     *
     * @throws StartException when the emulator does not start or does not answer as it should
     */
    void run() {
        try (EmulatorServer server = EmulatorServer.start(EmulatorConfig.ephemeral())) {
            call(server, "common", VERSION);
            call(server, "common", AUTHENTICATE);
            call(server, "object", EXECUTE.formatted("create", VALUES));
            call(server, "object", EXECUTE.formatted("search_read", DOMAIN));
        } catch (IOException e) {
            throw new StartException("the server started but does not answer: " + e.getMessage(), e);
        }
    }

    private void call(EmulatorServer server, String service, String body) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.url() + "/xmlrpc/2/" + service))
                .header("Content-Type", "text/xml")
                .POST(BodyPublishers.ofString(body))
                .build();
        try {
            String answer = client.send(request, BodyHandlers.ofString()).body();
            if (!answer.contains("<params>")) {
                throw new IOException("it refused a call: " + answer);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
