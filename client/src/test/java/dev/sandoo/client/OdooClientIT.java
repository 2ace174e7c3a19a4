package dev.sandoo.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The client against a server that gives prepared answers and notes what it was asked. */
class OdooClientIT {
    private final List<String> requests = new ArrayList<>();
    private final Deque<String> answers = new ArrayDeque<>();
    private HttpServer server;
    private int status = 200;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            requests.add(exchange.getRequestURI() + " " + body);
            byte[] answer = answers.remove().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void loginGivesTheUsersId() {
        OdooClient odoo = connect();

        assertEquals(2, odoo.uid());
        assertTrue(requests.get(0).startsWith("/xmlrpc/2/common "), requests.get(0));
        assertTrue(requests.get(0).contains("<methodName>authenticate</methodName>"), requests.get(0));
    }

    @Test
    void failedLoginIsADenial() {
        answers.add(result("<boolean>0</boolean>"));

        OdooFault fault = assertThrows(OdooFault.class, () -> OdooClient.connect(url(), "db", "nobody", "s3cret"));

        assertEquals(OdooFault.Kind.ACCESS_DENIED, fault.kind());
        assertEquals("wrong login or secret for nobody on db", fault.getMessage());
    }

    @Test
    void createSendsModelMethodAndValues() {
        OdooClient odoo = connect();
        answers.add(result("<int>7</int>"));

        int id = odoo.create("res.partner", Map.of("name", "Azure"));

        assertEquals(7, id);
        String expected = "<param><value><string>db</string></value></param><param><value><int>2</int></value></param>"
                + "<param><value><string>s3cret</string></value></param>"
                + "<param><value><string>res.partner</string></value></param>"
                + "<param><value><string>create</string></value></param>"
                + "<param><value><array><data><value><struct><member><name>name</name><value><string>Azure</string></value>"
                + "</member></struct></value></data></array></value></param><param><value><struct></struct></value></param>";
        assertTrue(requests.get(1).contains(expected), requests.get(1));
    }

    @Test
    void searchReadFetchesPageAfterPage() {
        OdooClient odoo = connect();
        answers.add(result(records(1, 2)));
        answers.add(result(records(3)));

        List<Integer> ids = odoo.searchRead(
                        "res.partner", Query.all().select("name").pageSize(2))
                .map(OdooRecord::id)
                .toList();

        assertEquals(List.of(1, 2, 3), ids);
        assertTrue(requests.get(2).contains("<name>offset</name><value><int>2</int>"), requests.get(2));
    }

    @Test
    void contextGoesWithEveryCall() {
        OdooClient odoo = connect().withContext(Map.of("lang", "fr_BE"));
        answers.add(result("<int>0</int>"));

        odoo.searchCount("res.partner", Domain.all());

        assertTrue(
                requests.get(1).contains("<name>context</name><value><struct><member><name>lang</name>"),
                requests.get(1));
    }

    @Test
    void errorStatusNamesTheAddress() {
        status = 404;
        answers.add("nothing here");

        UncheckedIOException error = assertThrows(UncheckedIOException.class, this::login);

        assertEquals(url() + "/xmlrpc/2/common answered with HTTP status 404", error.getMessage());
    }

    @Test
    void serverThatIsNotThereNamesTheAddressAndNoSecret() {
        String address = url();
        server.stop(0);

        UncheckedIOException error =
                assertThrows(UncheckedIOException.class, () -> OdooClient.connect(address, "db", "admin", "s3cret"));

        assertTrue(error.getMessage().startsWith("cannot reach " + address + "/xmlrpc/2/common"), error.getMessage());
        assertFalse(error.getMessage().contains("s3cret"));
    }

    private OdooClient connect() {
        answers.add(result("<int>2</int>"));
        return login();
    }

    private OdooClient login() {
        return OdooClient.connect(url(), "db", "admin", "s3cret");
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private static String records(int... ids) {
        StringBuilder records = new StringBuilder("<array><data>");
        for (int id : ids) {
            records.append("<value><struct><member><name>id</name><value><int>")
                    .append(id)
                    .append("</int></value></member></struct></value>");
        }
        return records.append("</data></array>").toString();
    }

    private static String result(String value) {
        return "<?xml version=\"1.0\"?>\n<methodResponse>\n<params>\n<param>\n<value>" + value
                + "</value>\n</param>\n</params>\n</methodResponse>\n";
    }
}
