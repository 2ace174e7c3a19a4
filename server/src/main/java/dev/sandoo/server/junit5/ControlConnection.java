package dev.sandoo.server.junit5;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/** Talks to a server's control interface. Paths are those below {@code /_sandoo}. Thread-safe. */
final class ControlConnection {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String JSON_TYPE = "application/json";
    private static final int NOT_VERIFIED = 409;
    private static final int FIRST_ERROR = 400;

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI server;

    ControlConnection(URI server) {
        this.server = server;
    }

    URI server() {
        return server;
    }

    JsonNode get(String path) {
        return send("GET", path, JSON_TYPE, BodyPublishers.noBody());
    }

    JsonNode delete(String path) {
        return send("DELETE", path, JSON_TYPE, BodyPublishers.noBody());
    }

    /** @param body anything that Jackson writes */
    JsonNode post(String path, Object body) {
        return send("POST", path, JSON_TYPE, json(body));
    }

    /** @param body anything that Jackson writes */
    JsonNode put(String path, Object body) {
        return send("PUT", path, JSON_TYPE, json(body));
    }

    JsonNode upload(String path, String mediaType, byte[] body) {
        return send("POST", path, mediaType, BodyPublishers.ofByteArray(body));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private JsonNode send(String method, String path, String mediaType, BodyPublisher body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server + "/_sandoo" + path))
                .header("Content-Type", mediaType)
                .method(method, body)
                .build();
        try {
            HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
            JsonNode document = answer.body().length == 0 ? MissingNode.getInstance() : JSON.readTree(answer.body());
            if (answer.statusCode() < FIRST_ERROR) {
                return document;
            }
            String detail = document.path("detail").asText("status " + answer.statusCode());
            if (answer.statusCode() == NOT_VERIFIED && path.endsWith("/verify")) {
                throw new AssertionError(detail);
            }
            throw new SandooException(method + " " + path + ": " + detail);
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        } catch (InterruptedException error) {
            Thread.currentThread().interrupt();
            throw new SandooException("interrupted");
        }
    }

    private static BodyPublisher json(Object body) {
        try {
            return BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
        } catch (JsonProcessingException error) {
            throw new IllegalArgumentException("cannot be written as JSON", error);
        }
    }
}
