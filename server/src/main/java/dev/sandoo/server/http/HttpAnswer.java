package dev.sandoo.server.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What goes back to a client. */
record HttpAnswer(int status, String contentType, ByteBuffer body, List<Header> headers) {
    /** A header other than the content's type and length. */
    record Header(String name, String value) {}

    HttpAnswer {
        Objects.requireNonNull(contentType, "contentType");
        Objects.requireNonNull(body, "body");
        headers = List.copyOf(headers);
    }

    static HttpAnswer of(int status, String contentType, ByteBuffer body) {
        return new HttpAnswer(status, contentType, body, List.of());
    }

    static HttpAnswer text(int status, String contentType, String body) {
        return of(status, contentType, ByteBuffer.wrap(body.getBytes(StandardCharsets.UTF_8)));
    }

    HttpAnswer with(String name, String value) {
        List<Header> more = new ArrayList<>(headers);
        more.add(new Header(name, value));
        return new HttpAnswer(status, contentType, body, more);
    }
}
