package dev.sandoo.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sandoo.server.rpc.Protocol;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HttpServerIT {
    private static final int MAX_BODY = 100_000;

    private final CountDownLatch slowBegan = new CountDownLatch(1);
    private final CountDownLatch slowMayEnd = new CountDownLatch(1);
    private final HttpClient client = HttpClient.newHttpClient();
    private final HttpServer server = new HttpServer(settings(0), table()).start();

    @AfterEach
    void stop() {
        slowMayEnd.countDown();
        server.close();
    }

    @Test
    void bodyOfTheRequestReachesTheHandler() throws Exception {
        HttpResponse<String> answer = post("/echo/x", BodyPublishers.ofString("été"));

        assertEquals(200, answer.statusCode());
        assertEquals("x:été", answer.body());
        assertEquals("text/plain", answer.headers().firstValue("Content-Type").orElseThrow());
    }

    @Test
    void bodyOfUnknownLengthIsRead() throws Exception {
        byte[] body = new byte[MAX_BODY];
        Arrays.fill(body, (byte) 'b');

        HttpResponse<String> answer = post("/echo/x", chunked(body));

        assertEquals(MAX_BODY + 2, answer.body().length());
    }

    @Test
    void bodyAnnouncedTooLargeIsRefused() throws Exception {
        assertEquals(
                413,
                post("/echo/x", BodyPublishers.ofByteArray(new byte[MAX_BODY + 1]))
                        .statusCode());
    }

    @Test
    void bodyThatGrowsTooLargeIsRefused() throws Exception {
        assertEquals(413, post("/echo/x", chunked(new byte[MAX_BODY + 1])).statusCode());
    }

    @Test
    void headersOfAProxyAreNotBelievedUnasked() throws Exception {
        assertEquals("127.0.0.1 127.0.0.1:" + server.port() + " false", whence(server.port()));
    }

    @Test
    void lastWordOfATrustedProxyIsBelieved() throws Exception {
        try (HttpServer proxied = new HttpServer(settings(0).behindAProxy(address -> true), table()).start()) {
            assertEquals("203.0.113.9 erp.example.com true", whence(proxied.port()));
        }
    }

    @Test
    void otherProxiesAreNotBelieved() throws Exception {
        try (HttpServer proxied =
                new HttpServer(settings(0).behindAProxy(address -> address.startsWith("10.")), table()).start()) {
            assertEquals("127.0.0.1 127.0.0.1:" + proxied.port() + " false", whence(proxied.port()));
        }
    }

    private String whence(int port) throws Exception {
        java.net.http.HttpRequest request = java.net.http.HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/whence"))
                .header("X-Forwarded-For", "198.51.100.7, 203.0.113.9")
                .header("X-Forwarded-Host", "erp.example.com")
                .header("X-Forwarded-Proto", "https")
                .build();
        return client.send(request, BodyHandlers.ofString()).body();
    }

    @Test
    void unknownPathIsNotFound() throws Exception {
        HttpResponse<String> answer = send("GET", "/nope", BodyPublishers.noBody());

        assertEquals(404, answer.statusCode());
        assertTrue(answer.body().startsWith("<!DOCTYPE"), answer.body());
        assertFalse(answer.body().contains("Not Found"), answer.body());
    }

    @Test
    void otherMethodIsToldWhichOnesThereAre() throws Exception {
        HttpResponse<String> answer = send("GET", "/echo/x", BodyPublishers.noBody());

        assertEquals(405, answer.statusCode());
        assertEquals("OPTIONS, POST", answer.headers().firstValue("Allow").orElseThrow());
        assertTrue(answer.body().contains("<title>405 Method Not Allowed</title>"), answer.body());
    }

    @Test
    void failingHandlerShowsNothingOfItself() throws Exception {
        HttpResponse<String> answer = post("/bug", BodyPublishers.ofString(""));

        assertEquals(500, answer.statusCode());
        assertFalse(answer.body().contains("secret"), answer.body());
    }

    @Test
    void answersHaveADateAndNameNoSoftware() throws Exception {
        HttpResponse<String> answer = post("/echo/x", BodyPublishers.ofString(""));

        assertTrue(answer.headers().firstValue("Date").isPresent());
        assertTrue(answer.headers().firstValue("Server").isEmpty());
        assertFalse(raw("GET / HTTP/1.1\r\nHost: a b\r\n\r\n").toLowerCase().contains("jetty"));
    }

    @Test
    void takenPortIsOneClearError() {
        HttpServer second = new HttpServer(settings(server.port()), table());

        HttpStartException error = assertThrows(HttpStartException.class, second::start);

        assertEquals("port " + server.port() + " on 127.0.0.1 is taken by another program", error.getMessage());
    }

    @Test
    void foreignAddressIsOneClearError() {
        HttpServer other = new HttpServer(HttpSettings.of("192.0.2.1", 0), table());

        HttpStartException error = assertThrows(HttpStartException.class, other::start);

        assertTrue(error.getMessage().startsWith("cannot listen on port 0 on 192.0.2.1: "), error.getMessage());
    }

    @Test
    void requestUnderWayIsAnsweredBeforeTheServerStops() throws Exception {
        CompletableFuture<HttpResponse<String>> slow =
                client.sendAsync(request("POST", "/slow", BodyPublishers.noBody()), BodyHandlers.ofString());
        slowBegan.await();

        CompletableFuture<Void> closing = CompletableFuture.runAsync(server::close);
        slowMayEnd.countDown();

        assertEquals("done", slow.get().body());
        closing.get();
    }

    @Test
    void openConnectionsDoNotDelayTheStop() throws Exception {
        post("/echo/x", BodyPublishers.ofString(""));
        try (Socket silent = new Socket(server.url().getHost(), server.port())) {
            assertTimeoutPreemptively(Duration.ofSeconds(3), server::close);

            assertEquals(-1, silent.getInputStream().read());
        }
    }

    private Routes table() {
        return new Routes(List.of(
                Route.of(
                        Set.of("POST", "OPTIONS"),
                        "/echo/{name}",
                        request -> HttpAnswer.of(
                                200, "text/plain", join(request.pathValue("name") + ":", request.body()))),
                Route.of(
                        Set.of("GET"),
                        "/whence",
                        request -> HttpAnswer.text(
                                200,
                                "text/plain",
                                request.origin(Protocol.HTTP, "1").address() + " " + request.host() + " "
                                        + request.isSecure())),
                Route.of(Set.of("POST"), "/bug", request -> {
                    throw new IllegalStateException("secret");
                }),
                Route.of(Set.of("POST"), "/slow", request -> slow())));
    }

    private HttpAnswer slow() {
        slowBegan.countDown();
        try {
            slowMayEnd.await();
        } catch (InterruptedException error) {
            throw new AssertionError(error);
        }
        return HttpAnswer.text(200, "text/plain", "done");
    }

    private static ByteBuffer join(String start, byte[] rest) {
        byte[] head = start.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(head.length + rest.length)
                .put(head)
                .put(rest)
                .flip();
    }

    private static HttpSettings settings(int port) {
        return new HttpSettings("127.0.0.1", port, MAX_BODY, Duration.ofSeconds(5), address -> false, Optional.empty());
    }

    private static BodyPublisher chunked(byte[] body) {
        return BodyPublishers.fromPublisher(BodyPublishers.ofByteArray(body));
    }

    private HttpResponse<String> post(String path, BodyPublisher body) throws Exception {
        return send("POST", path, body);
    }

    private HttpResponse<String> send(String method, String path, BodyPublisher body) throws Exception {
        return client.send(request(method, path, body), BodyHandlers.ofString());
    }

    private java.net.http.HttpRequest request(String method, String path, BodyPublisher body) {
        return java.net.http.HttpRequest.newBuilder(server.url().resolve(path))
                .method(method, body)
                .build();
    }

    private String raw(String request) throws IOException {
        URI url = server.url();
        try (Socket socket = new Socket(url.getHost(), url.getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
