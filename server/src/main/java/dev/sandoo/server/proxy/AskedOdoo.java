package dev.sandoo.server.proxy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sandoo.server.journal.CallSight;
import dev.sandoo.server.rpc.Protocol;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads from the real server as the clients that were recorded, for what their own calls left open. Thread-safe. */
final class AskedOdoo {
    private static final Logger LOG = LoggerFactory.getLogger(AskedOdoo.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final int MOST_CALLERS = 10;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final URI target;
    private final Set<Identity> callers = new LinkedHashSet<>();

    /** Who may ask; without an id the secret is a key for JSON-2. */
    private record Identity(String database, Optional<Integer> uid, String secret) {
        /** Tells no secret. */
        @Override
        public String toString() {
            return "Identity[" + database + " " + uid + "]";
        }
    }

    AskedOdoo(URI target) {
        this.target = target;
    }

    /** Learns who may ask from a call that succeeded. */
    synchronized void learn(CallSight call) {
        if (call.secret().isEmpty() || call.error().isPresent() || callers.size() >= MOST_CALLERS) {
            return;
        }
        boolean json2 = call.origin().protocol() == Protocol.JSON2;
        Optional<Integer> uid = json2 ? Optional.empty() : call.who().uid();
        if (json2 || uid.isPresent() && !call.database().isEmpty()) {
            callers.add(new Identity(call.database(), uid, call.secret().get()));
        }
    }

    /** Whether a caller has this id. */
    synchronized boolean hasCaller(int uid) {
        return callers.stream()
                .anyMatch(caller -> caller.uid().filter(id -> id == uid).isPresent());
    }

    /** Those of the records that are there, as the first caller sees them who may; empty when nobody may, or nothing is answered. */
    Optional<List<Map<?, ?>>> read(String model, List<Integer> ids, Set<String> fields) {
        for (Identity caller : callers()) {
            try {
                Object answer = ask(caller, model, ids, List.copyOf(fields));
                if (answer instanceof List<?> rows && !rows.isEmpty()) {
                    return Optional.of(maps(rows));
                }
            } catch (IOException error) {
                LOG.debug("{} does not answer about {}", target, model, error);
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private synchronized List<Identity> callers() {
        return List.copyOf(callers);
    }

    private static List<Map<?, ?>> maps(List<?> rows) {
        List<Map<?, ?>> maps = new ArrayList<>();
        rows.forEach(row -> {
            if (row instanceof Map<?, ?> map) {
                maps.add(map);
            }
        });
        return maps;
    }

    private Object ask(Identity caller, String model, List<Integer> ids, List<String> fields)
            throws IOException, InterruptedException {
        List<Object> domain = List.of(List.of("id", "in", ids));
        Map<String, Object> context = Map.of("active_test", false);
        if (caller.uid().isEmpty()) {
            return send(
                    HttpRequest.newBuilder(URI.create(target + "/json/2/" + model + "/search_read"))
                            .header("Authorization", "Bearer " + caller.secret())
                            .header("X-Odoo-Database", caller.database()),
                    Map.of("domain", domain, "fields", fields, "context", context));
        }
        List<Object> args = List.of(
                caller.database(),
                caller.uid().get(),
                caller.secret(),
                model,
                "search_read",
                List.of(domain),
                Map.of("fields", fields, "context", context));
        Object envelope = send(
                HttpRequest.newBuilder(URI.create(target + "/jsonrpc")),
                Map.of("jsonrpc", "2.0", "params", Map.of("service", "object", "method", "execute_kw", "args", args)));
        return envelope instanceof Map<?, ?> members ? members.get("result") : null;
    }

    private Object send(HttpRequest.Builder request, Map<String, Object> body)
            throws IOException, InterruptedException {
        HttpResponse<byte[]> response = client.send(
                request.timeout(TIMEOUT)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        return response.statusCode() == 200 ? JSON.readValue(response.body(), Object.class) : null;
    }
}
