package dev.sandoo.server.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Lets clients keep a document that describes models for as long as it stays the same. */
record DocumentHandler(HttpHandler documents) implements HttpHandler {
    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;

    @Override
    public HttpAnswer handle(HttpRequest request) throws IOException {
        HttpAnswer answer = documents.handle(request);
        if (answer.status() != OK) {
            return answer;
        }
        String tag = '"' + checksum(answer.body().slice()) + '"';
        boolean known = request.header("If-None-Match").filter(tag::equals).isPresent();
        HttpAnswer sent = known ? HttpAnswer.of(NOT_MODIFIED, answer.contentType(), ByteBuffer.allocate(0)) : answer;
        return sent.with("ETag", tag).with("Cache-Control", "no-cache, private");
    }

    private static String checksum(ByteBuffer body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(body);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException error) {
            throw new IllegalStateException("every Java has SHA-256", error);
        }
    }
}
