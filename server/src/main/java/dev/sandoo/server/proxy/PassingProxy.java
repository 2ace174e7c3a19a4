package dev.sandoo.server.proxy;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Passes HTTP requests on to another server and its answers back, in pieces as they come, and tells of each exchange when it has
 * ended. The JDK's own server does: nothing here needs the routes and limits of Sandoo's. Thread-safe.
 */
final class PassingProxy implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PassingProxy.class);

    /** So much of a body is looked at; larger ones pass all the same. */
    private static final int LOOKED_AT = 16 << 20;

    private static final int PIECE = 64 << 10;
    private static final Duration SILENCE = Duration.ofMinutes(15);

    /** What holds for one connection only, what the client of the JDK sets itself, and what would make bodies unreadable. */
    private static final Set<String> NOT_PASSED = Set.of(
            "connection",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authorization",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "host",
            "content-length",
            "expect",
            "accept-encoding");

    private final URI target;
    private final Clock clock;
    private final Consumer<Exchange> told;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    /** @throws IOException when the address is taken */
    PassingProxy(URI target, InetSocketAddress listen, Clock clock, Consumer<Exchange> told) throws IOException {
        this.target = target;
        this.clock = clock;
        this.told = told;
        this.server = HttpServer.create(listen, 0);
        server.setExecutor(threads);
        server.createContext("/", this::pass);
    }

    void start() {
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            Instant at = clock.instant();
            long start = System.nanoTime();
            byte[] request = exchange.getRequestBody().readNBytes(LOOKED_AT);
            HttpResponse<InputStream> response = client.send(request(exchange, request), BodyHandlers.ofInputStream());
            Seen seen = answer(exchange, response);
            told.accept(new Exchange(
                    at,
                    Duration.ofNanos(System.nanoTime() - start),
                    exchange.getRemoteAddress().getAddress().getHostAddress(),
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getPath(),
                    headers(exchange.getRequestHeaders()),
                    request,
                    response.statusCode(),
                    seen.bytes(),
                    request.length < LOOKED_AT && seen.whole()));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } catch (IOException error) {
            LOG.warn(
                    "{} {} was not passed on: {}",
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getPath(),
                    error.toString());
            refuse(exchange);
        }
    }

    private HttpRequest request(HttpExchange exchange, byte[] begun) {
        URI uri = exchange.getRequestURI();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(target + uri.getRawPath() + query))
                .timeout(SILENCE)
                .method(exchange.getRequestMethod(), body(exchange, begun));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!NOT_PASSED.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, towardsTarget(name, value, exchange)));
            }
        });
        return request.build();
    }

    /** Odoo compares where a form came from with what it is called itself. */
    private String towardsTarget(String name, String value, HttpExchange exchange) {
        boolean tellsAddress = name.equalsIgnoreCase("Origin") || name.equalsIgnoreCase("Referer");
        String own = "http://" + exchange.getRequestHeaders().getFirst("Host");
        return tellsAddress && value.startsWith(own) ? target + value.substring(own.length()) : value;
    }

    private static BodyPublisher body(HttpExchange exchange, byte[] begun) {
        if (begun.length == 0) {
            return BodyPublishers.noBody();
        }
        if (begun.length < LOOKED_AT) {
            return BodyPublishers.ofByteArray(begun);
        }
        InputStream rest = exchange.getRequestBody();
        return BodyPublishers.ofInputStream(() -> new SequenceInputStream(new ByteArrayInputStream(begun), rest));
    }

    private record Seen(byte[] bytes, boolean whole) {}

    private Seen answer(HttpExchange exchange, HttpResponse<InputStream> response) throws IOException {
        response.headers().map().forEach((name, values) -> {
            if (!NOT_PASSED.contains(name.toLowerCase(Locale.ROOT)) && !name.startsWith(":")) {
                values.forEach(value -> exchange.getResponseHeaders().add(name, towardsClient(name, value, exchange)));
            }
        });
        long length = response.headers().firstValueAsLong("Content-Length").orElse(0);
        boolean bodiless = exchange.getRequestMethod().equals("HEAD")
                || response.statusCode() == 204
                || response.statusCode() == 304;
        try (InputStream in = response.body()) {
            if (bodiless) {
                exchange.sendResponseHeaders(response.statusCode(), -1);
                return new Seen(new byte[0], true);
            }
            boolean announced = response.headers().firstValue("Content-Length").isPresent();
            exchange.sendResponseHeaders(response.statusCode(), !announced ? 0 : length == 0 ? -1 : length);
            return copy(in, exchange.getResponseBody());
        }
    }

    private static Seen copy(InputStream in, OutputStream out) throws IOException {
        ByteArrayOutputStream seen = new ByteArrayOutputStream();
        byte[] piece = new byte[PIECE];
        boolean whole = true;
        for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
            out.write(piece, 0, read);
            out.flush();
            if (seen.size() + read <= LOOKED_AT) {
                seen.write(piece, 0, read);
            } else {
                whole = false;
            }
        }
        return new Seen(seen.toByteArray(), whole);
    }

    /** Redirects lead back through the proxy; a cookie is for whichever name the client has for it, with or without TLS. */
    private String towardsClient(String name, String value, HttpExchange exchange) {
        if (name.equalsIgnoreCase("Location") && value.startsWith(target.toString())) {
            return "http://" + exchange.getRequestHeaders().getFirst("Host")
                    + value.substring(target.toString().length());
        }
        return name.equalsIgnoreCase("Set-Cookie")
                ? value.replaceAll("(?i);\\s*(Domain=[^;]*|Secure)(?=;|$)", "")
                : value;
    }

    private static Map<String, String> headers(Headers headers) {
        Map<String, String> first = new LinkedHashMap<>();
        headers.forEach((name, values) -> first.put(name.toLowerCase(Locale.ROOT), values.get(0)));
        return first;
    }

    private void refuse(HttpExchange exchange) {
        byte[] text = ("sandoo: " + target + " does not answer\n").getBytes(StandardCharsets.UTF_8);
        try {
            exchange.sendResponseHeaders(502, text.length);
            exchange.getResponseBody().write(text);
        } catch (IOException gone) {
            LOG.debug("the client is gone, or its answer had begun", gone);
        }
    }

    @Override
    public void close() {
        server.stop(1);
        threads.shutdownNow();
    }
}
