package dev.sandoo.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.sandoo.server.auth.ApiKeys;
import dev.sandoo.server.db.Database;
import dev.sandoo.server.db.TestPostgres;
import dev.sandoo.server.db.Transaction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.xmlrpc.XmlRpcException;
import org.apache.xmlrpc.client.XmlRpcClient;
import org.apache.xmlrpc.client.XmlRpcClientConfigImpl;

/** A fresh database behind the server that serves all tests of a version, reached over the wire only. */
public final class TestDatabase implements AutoCloseable {
    public static final int ADMIN = 2;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final EmulatorServer server;
    private final Database database;

    public TestDatabase(String version) {
        this(TestSandoo.of(version), TestPostgres.fresh(version));
        control("DELETE", "calls", ""); // of a test that had the database before
    }

    private TestDatabase(EmulatorServer server, Database database) {
        this.server = server;
        this.database = database;
    }

    /** A database that others have made and drop. */
    static TestDatabase of(EmulatorServer server, Database database) {
        return new TestDatabase(server, database);
    }

    public String name() {
        return database.name();
    }

    /** Where the server is. */
    public String url() {
        return server.url();
    }

    /** Calls a method as the administrator with Apache's client. */
    public Object call(String model, String method, Object... args) throws XmlRpcException {
        return execute(model, method, List.of(args), Map.of());
    }

    /** Calls a method as the administrator with Apache's client. */
    public Object execute(String model, String method, List<?> args, Map<String, ?> kwargs) throws XmlRpcException {
        return executeAs("admin", model, method, args, kwargs);
    }

    /** Calls a method with a password or key of the administrator's, right or wrong. */
    public Object executeAs(String secret, String model, String method, List<?> args, Map<String, ?> kwargs)
            throws XmlRpcException {
        return client("object")
                .execute("execute_kw", Arrays.asList(name(), ADMIN, secret, model, method, args, kwargs));
    }

    /** Logs in; false when it is refused. */
    public Object authenticate(String login, String password) throws XmlRpcException {
        return client("common").execute("authenticate", List.of(name(), login, password, Map.of()));
    }

    private XmlRpcClient client(String service) {
        try {
            XmlRpcClientConfigImpl config = new XmlRpcClientConfigImpl();
            config.setServerURL(
                    URI.create(server.url() + "/xmlrpc/2/" + service).toURL());
            XmlRpcClient client = new XmlRpcClient();
            client.setConfig(config);
            return client;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Posts a call to {@code /jsonrpc} and answers all that comes back. */
    public JsonNode json(String model, String method, Object... args) {
        try {
            return read(post(model, method, args));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same as it comes over HTTP. */
    public HttpResponse<String> post(String model, String method, Object... args) throws IOException {
        Map<String, Object> params = Map.of(
                "service", "object",
                "method", "execute_kw",
                "args", List.of(name(), ADMIN, "admin", model, method, List.of(args)));
        return send("POST", "/jsonrpc", "application/json", write(Map.of("jsonrpc", "2.0", "id", 1, "params", params)));
    }

    /** An API key of the administrator's. */
    public String key() {
        return key(Optional.empty());
    }

    /** The same with a scope, such as the name of a policy. */
    public String key(String scope) {
        return key(Optional.of(scope));
    }

    private String key(Optional<String> scope) {
        try (Transaction transaction = database.begin()) {
            String secret = new ApiKeys(new SecureRandom())
                    .make(transaction, ADMIN, "test", scope, Optional.empty())
                    .secret();
            transaction.commit();
            return secret;
        }
    }

    /** What is written down of the keys under a policy. */
    RefusedCalls refusalsUnder(String policy) {
        return new RefusedCalls(this::calls, List.of("policy", "=", policy));
    }

    /** The latest line of the record of calls that fulfils a domain. */
    List<?> calls(List<Object> domain) {
        JsonNode lines = json("sandoo.call", "search_read", domain, RefusedCalls.FIELDS, 0, 1, "id desc");
        return JSON.convertValue(lines.path("result"), List.class);
    }

    /** Posts arguments by name to {@code /json/2} with a key. */
    public HttpResponse<String> json2(String key, String model, String method, Map<String, Object> arguments)
            throws IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.url() + "/json/2/" + model + "/" + method))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + key)
                .header("X-Odoo-Database", name())
                .POST(BodyPublishers.ofString(write(arguments)))
                .build();
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Asks the control interface for something of the database, such as {@code clock}. */
    public JsonNode control(String verb, String path, String body) {
        String type = body.stripLeading().startsWith("{") ? "application/json" : "application/yaml";
        try {
            return read(send(verb, "/_sandoo/databases/" + name() + "/" + path, type, body));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks the server for something else. */
    public HttpResponse<String> send(String verb, String path) {
        try {
            return send(verb, path, "application/json", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpResponse<String> send(String verb, String path, String type, String body) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.url() + path))
                .header("Content-Type", type)
                .method(verb, BodyPublishers.ofString(body))
                .build();
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode read(HttpResponse<String> answer) throws IOException {
        return answer.body().isEmpty() ? MissingNode.getInstance() : JSON.readTree(answer.body());
    }

    /** The same database behind another server. */
    public TestDatabase at(EmulatorServer other) {
        return new TestDatabase(other, database);
    }

    private static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
