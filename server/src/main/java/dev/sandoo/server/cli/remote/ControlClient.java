package dev.sandoo.server.cli.remote;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

/** Talks to the control interface of a server. Paths are those below {@code /_sandoo}. */
final class ControlClient {
    private static final String ROOT = "/_sandoo";
    private static final String JSON_TYPE = "application/json";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final int NOT_AN_ERROR = 400;

    private final URI server;
    private final Optional<String> token;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT).build();

    ControlClient(URI server, Optional<String> token) {
        if (server.getHost() == null || !server.getScheme().startsWith("http")) {
            throw new IllegalArgumentException("not an HTTP address");
        }
        this.server = server;
        this.token = token;
    }

    JsonNode get(String path) {
        return json(send(request(path).GET()));
    }

    /** With values of the query; empty ones are left out. */
    JsonNode get(String path, Map<String, String> query) {
        return get(path + query(query));
    }

    /** @param body anything that Jackson writes as JSON */
    JsonNode post(String path, Object body) {
        return json(
                send(request(path).header("Content-Type", JSON_TYPE).POST(BodyPublishers.ofByteArray(bytes(body)))));
    }

    /** @param body anything that Jackson writes as JSON */
    JsonNode put(String path, Object body) {
        return json(send(request(path).header("Content-Type", JSON_TYPE).PUT(BodyPublishers.ofByteArray(bytes(body)))));
    }

    JsonNode delete(String path) {
        return json(send(request(path).DELETE()));
    }

    /** Posts a body as it is, such as {@code application/yaml}. */
    JsonNode upload(String path, String mediaType, byte[] body) {
        return json(send(request(path).header("Content-Type", mediaType).POST(BodyPublishers.ofByteArray(body))));
    }

    /** Puts a body as it is. */
    JsonNode replace(String path, String mediaType, byte[] body) {
        return json(send(request(path).header("Content-Type", mediaType).PUT(BodyPublishers.ofByteArray(body))));
    }

    /** An answer that need not be JSON. */
    byte[] download(String path) {
        return send(request(path).GET());
    }

    /** A part of a path, with what would end it escaped. */
    static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** The question mark and what follows it; nothing when all values are empty. */
    static String query(Map<String, String> values) {
        StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
        values.forEach((name, value) -> {
            if (!value.isEmpty()) {
                query.add(segment(name) + "=" + segment(value));
            }
        });
        return query.toString();
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server + ROOT + path));
        token.ifPresent(text -> request.header("Authorization", "Bearer " + text));
        return request;
    }

    private byte[] send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> answer = http.send(request.build(), BodyHandlers.ofByteArray());
            if (answer.statusCode() >= NOT_AN_ERROR) {
                throw RemoteFailure.refusal(problem(answer));
            }
            return answer.body();
        } catch (ConnectException e) {
            throw RemoteFailure.refusal(
                    "nothing listens at " + server + "; start it with sandoo serve, or name another with --url");
        } catch (IOException e) {
            throw RemoteFailure.refusal(server + " does not answer: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw RemoteFailure.refusal("interrupted");
        }
    }

    private String problem(HttpResponse<byte[]> answer) {
        Optional<String> type = answer.headers().firstValue("Content-Type");
        if (type.filter("application/problem+json"::equals).isEmpty()) {
            return "what listens at " + server + " is no Sandoo with a control interface: it answers "
                    + answer.statusCode();
        }
        JsonNode problem = json(answer.body());
        return problem.path("detail").asText(problem.path("title").asText());
    }

    private static JsonNode json(byte[] body) {
        try {
            return body.length == 0 ? MissingNode.getInstance() : JSON.readTree(body);
        } catch (IOException e) {
            throw RemoteFailure.refusal("the answer is no JSON");
        }
    }

    private static byte[] bytes(Object body) {
        try {
            return JSON.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a body cannot be written", e);
        }
    }
}
