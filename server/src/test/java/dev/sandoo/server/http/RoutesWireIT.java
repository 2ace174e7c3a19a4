package dev.sandoo.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sandoo.server.wire.FakeServices;
import dev.sandoo.server.wire.TestVersions;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which path and method each version answers, and how. Recorded: wire_http cors, wire_jsonrpc paths, auth_rpc xmlrpc-get. */
class RoutesWireIT {
    private static final String VERSION = "<methodCall><methodName>version</methodName></methodCall>";
    private static final String ABOUT = "{\"params\": {\"service\": \"common\", \"method\": \"about\", \"args\": []}}";

    private final HttpClient client = HttpClient.newHttpClient();

    @AutoClose
    private HttpServer server;

    @ParameterizedTest
    @CsvSource({
        "19.0, POST, /xmlrpc/2/common, 200",
        "19.0, POST, /xmlrpc/2/common/, 200",
        "19.0, POST, /xmlrpc/common, 200",
        "19.0, POST, /xmlrpc/2/common?x=1, 200",
        "19.0, POST, /xmlrpc/2/com%6Don, 200",
        "19.0, GET, /xmlrpc/2/common, 405",
        "19.0, PUT, /xmlrpc/2/object, 405",
        "19.0, OPTIONS, /xmlrpc/2/object, 200",
        "14.0, OPTIONS, /xmlrpc/2/object, 405",
        "14.0, GET, /xmlrpc/common, 405",
        "14.0, POST, /xmlrpc/2/common, 200",
        "19.0, POST, /xmlrpc/3/common, 404",
        "19.0, POST, /xmlrpc, 404",
        "19.0, POST, /xmlrpc/2/a/b, 404",
        "19.0, POST, /nope, 404"
    })
    void xmlRpcPath(String version, String method, String path, int status) throws Exception {
        assertEquals(status, send(version, method, path, "text/xml", VERSION).statusCode());
    }

    @ParameterizedTest
    @CsvSource({
        "19.0, POST, /jsonrpc, 200",
        "19.0, POST, /jsonrpc/, 200",
        "19.0, PUT, /jsonrpc, 200",
        "19.0, DELETE, /jsonrpc, 200",
        "19.0, PATCH, /jsonrpc?db=x, 200",
        "14.0, PUT, /jsonrpc, 200",
        "19.0, POST, /jsonrpc/common, 404",
        "19.0, POST, /JSONRPC, 404",
        "19.0, POST, /web/webclient/version_info, 200",
        "14.0, POST, /web/webclient/version_info, 200"
    })
    void jsonRpcPath(String version, String method, String path, int status) throws Exception {
        assertEquals(
                status, send(version, method, path, "application/json", ABOUT).statusCode());
    }

    /** Recorded: wire_xmlrpc content-types, service-paths. */
    @ParameterizedTest
    @CsvSource({
        "19.0, application/octet-stream, server_version", "19.0, application/json, server_version",
        "19.0, application/x-www-form-urlencoded, no element found", "14.0, text/plain, server_version",
        "14.0, multipart/form-data; boundary=zz, no element found", "14.0, application/json, Invalid JSON data"
    })
    void typeOfAnXmlRpcRequest(String version, String type, String text) throws Exception {
        String body = send(version, "POST", "//xmlrpc/2/common", type, VERSION).body();

        assertTrue(body.contains(text), body);
    }

    @Test
    void jsonIsRefusedWhereXmlIsSpokenUpTo14() throws Exception {
        String body = send("14.0", "POST", "/xmlrpc/2/common", "application/json", ABOUT)
                .body();

        assertTrue(body.contains("\"name\": \"werkzeug.exceptions.BadRequest\""), body);
    }

    @ParameterizedTest
    @CsvSource({"19.0, application/json; charset=utf-8", "14.0, application/json"})
    void typesOfAnswers(String version, String json) throws Exception {
        HttpResponse<String> xml = send(version, "POST", "/xmlrpc/2/common", "text/plain", VERSION);
        assertEquals(
                "text/xml; charset=utf-8",
                xml.headers().firstValue("Content-Type").orElseThrow());
        assertTrue(xml.body().contains("server_version"), xml.body());
        server.close();

        HttpResponse<String> answer = send(version, "POST", "/jsonrpc", "application/json", ABOUT);
        assertEquals(json, answer.headers().firstValue("Content-Type").orElseThrow());
    }

    private HttpResponse<String> send(String version, String method, String path, String type, String body)
            throws Exception {
        var odoo = TestVersions.named(version);
        server = new HttpServer(HttpSettings.of("127.0.0.1", 0), Routes.of(odoo, new FakeServices(odoo))).start();
        var request = java.net.http.HttpRequest.newBuilder(URI.create(server.url() + path))
                .method(method, BodyPublishers.ofString(body))
                .header("Content-Type", type)
                .build();
        return client.send(request, BodyHandlers.ofString());
    }
}
