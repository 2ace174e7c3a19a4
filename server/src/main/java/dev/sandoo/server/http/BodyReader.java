package dev.sandoo.server.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/** Reads a request's body whole, up to a limit. */
final class BodyReader {
    /** What a client merely announces is not reserved beyond this: memory follows the bytes that come. */
    private static final int FIRST_ALLOCATION = 64 << 10;

    private final int limit;

    BodyReader(long limit) {
        this.limit = Math.toIntExact(limit);
    }

    /**
     * Reads everything.
     *
     * @throws BodyTooLargeException as soon as it is known that more than the limit is to come
     */
    byte[] read(Request request) throws IOException {
        long announced = request.getHeaders().getLongField(HttpHeader.CONTENT_LENGTH);
        if (announced > limit) {
            throw new BodyTooLargeException(limit);
        }
        int expected = announced < 0 ? limit : (int) announced;
        try (InputStream in = Request.asInputStream(request)) {
            byte[] body = new byte[Math.min(expected, FIRST_ALLOCATION)];
            int length = 0;
            while (length < expected) {
                if (length == body.length) {
                    body = Arrays.copyOf(body, (int) Math.min(body.length * 2L, expected));
                }
                int read = in.read(body, length, body.length - length);
                if (read < 0) {
                    break;
                }
                length += read;
            }
            if (announced < 0 && length == limit && in.read() >= 0) {
                throw new BodyTooLargeException(limit);
            }
            return length == body.length ? body : Arrays.copyOf(body, length);
        }
    }
}
