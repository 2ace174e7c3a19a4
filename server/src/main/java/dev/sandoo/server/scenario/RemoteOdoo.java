package dev.sandoo.server.scenario;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A server that speaks Odoo's JSON-RPC. Thread-safe. */
final class RemoteOdoo {
    private static final Duration TIMEOUT = Duration.ofMinutes(2);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final URI endpoint;

    RemoteOdoo(URI url) {
        this.endpoint = URI.create(url.toString().replaceAll("/+$", "") + "/jsonrpc");
    }

    /**
     * What a server answered.
     *
     * @param result null when it answered nothing, or an error
     */
    record Answer(Object result, Optional<ScenarioStep.Failure> failure) {}

    /**
     * Calls a service.
     *
     * @throws ReplayException when the server cannot be reached, or does not speak JSON-RPC
     */
    Answer call(String service, String method, List<?> args) {
        Map<String, Object> envelope = new LinkedHashMap<>();
        envelope.put("jsonrpc", "2.0");
        envelope.put("method", "call");
        envelope.put("id", 1);
        envelope.put("params", Map.of("service", service, "method", method, "args", args));
        try {
            HttpRequest request = HttpRequest.newBuilder(endpoint)
                    .timeout(TIMEOUT)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(envelope)))
                    .build();
            HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return answer(response);
        } catch (JsonProcessingException error) {
            throw new ReplayException(endpoint + " does not answer with JSON; is it an Odoo?", error);
        } catch (IOException error) {
            throw new ReplayException(endpoint + " cannot be reached: " + error.getMessage(), error);
        } catch (InterruptedException error) {
            Thread.currentThread().interrupt();
            throw new ReplayException("the replay was stopped", error);
        }
    }

    private Answer answer(HttpResponse<byte[]> response) throws IOException {
        if (response.statusCode() != 200) {
            throw new ReplayException(endpoint + " answers with status " + response.statusCode(), null);
        }
        Map<?, ?> envelope = JSON.readValue(response.body(), Map.class);
        if (!(envelope.get("error") instanceof Map<?, ?> error)) {
            return new Answer(envelope.get("result"), Optional.empty());
        }
        Map<?, ?> data = error.get("data") instanceof Map<?, ?> members ? members : Map.of();
        return new Answer(
                null,
                Optional.of(new ScenarioStep.Failure(
                        String.valueOf(data.get("name")), String.valueOf(data.get("message")))));
    }
}
