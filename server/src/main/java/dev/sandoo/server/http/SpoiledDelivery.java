package dev.sandoo.server.http;

import dev.sandoo.server.rpc.Spoiling;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Sends an answer the way a fault has it: not at all, in part, slowly, or as rubbish. */
final class SpoiledDelivery {
    private static final byte[] RUBBISH = "<\u0000}{]]>\ufffd".getBytes(StandardCharsets.UTF_8);
    private static final int CHUNKS_PER_SECOND = 10;

    private final Request request;
    private final Response response;
    private final Callback callback;

    SpoiledDelivery(Request request, Response response, Callback callback) {
        this.request = request;
        this.response = response;
        this.callback = callback;
    }

    /** Sends it, and ends the request. */
    void send(HttpAnswer answer, Spoiling spoiling) {
        try {
            if (spoiling instanceof Spoiling.Status status) {
                RouteHandler.write(page(status), response, callback);
            } else if (spoiling instanceof Spoiling.Empty) {
                RouteHandler.write(with(answer, ByteBuffer.allocate(0)), response, callback);
            } else if (spoiling instanceof Spoiling.Malformed) {
                RouteHandler.write(with(answer, half(answer.body())), response, callback);
            } else if (spoiling instanceof Spoiling.Slow slow) {
                trickle(answer, slow.bytesPerSecond());
            } else if (spoiling instanceof Spoiling.Cut cut) {
                cut(answer, cut.share());
            } else if (spoiling instanceof Spoiling.Reset) {
                reset();
            } else {
                throw new AssertionError(spoiling);
            }
        } catch (IOException gone) {
            callback.failed(gone);
        }
    }

    private static HttpAnswer page(Spoiling.Status status) {
        HttpAnswer page = ErrorPages.page(status.status());
        return status.retryAfter()
                .map(time -> page.with("Retry-After", Long.toString(Math.max(1, time.toSeconds()))))
                .orElse(page);
    }

    private static HttpAnswer with(HttpAnswer answer, ByteBuffer body) {
        return new HttpAnswer(answer.status(), answer.contentType(), body, answer.headers());
    }

    private static ByteBuffer half(ByteBuffer body) {
        int length = body.remaining() / 2;
        ByteBuffer spoiled = ByteBuffer.allocate(length + RUBBISH.length);
        return spoiled.put(body.slice(body.position(), length)).put(RUBBISH).flip();
    }

    private void trickle(HttpAnswer answer, int bytesPerSecond) throws IOException {
        RouteHandler.head(answer, response);
        ByteBuffer body = answer.body().slice();
        int chunk = Math.max(1, bytesPerSecond / CHUNKS_PER_SECOND);
        long pause = 1_000_000_000L * chunk / bytesPerSecond;
        while (body.remaining() > chunk) {
            Content.Sink.write(response, false, body.slice(body.position(), chunk));
            body.position(body.position() + chunk);
            LockSupport.parkNanos(pause);
        }
        response.write(true, body, callback);
    }

    private void cut(HttpAnswer answer, double share) throws IOException {
        RouteHandler.head(answer, response);
        int length = (int) Math.min(
                answer.body().remaining() - 1L, Math.round(answer.body().remaining() * share));
        Content.Sink.write(response, false, answer.body().slice(answer.body().position(), Math.max(0, length)));
        endPoint().close();
        callback.failed(new EofException("cut short by a fault"));
    }

    /** A socket that closes without lingering sends RST; Jetty's way of closing would say goodbye first. */
    private void reset() throws IOException {
        if (endPoint().getTransport() instanceof SocketChannel socket) {
            socket.setOption(StandardSocketOptions.SO_LINGER, 0);
            socket.close();
        }
        endPoint().close();
        callback.failed(new EofException("reset by a fault"));
    }

    private EndPoint endPoint() {
        return request.getConnectionMetaData().getConnection().getEndPoint();
    }
}
