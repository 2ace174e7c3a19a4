package dev.sandoo.server.stub;

import dev.sandoo.server.rpc.Call;
import dev.sandoo.server.rpc.CallInterceptor;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Holds back answers of stubs with a delay. It waits when the call's transaction is over, since one that waited would keep a
 * connection from others; what the stub changed is there meanwhile. Thread-safe.
 */
public final class StubDelays implements CallInterceptor {
    private final ThreadLocal<Duration> due = new ThreadLocal<>();

    /** Has the answer of the call that runs in this thread come so much later. */
    void hold(Duration delay) {
        due.set(delay);
    }

    @Override
    public Object around(Call call, Supplier<Object> proceed) {
        due.remove();
        try {
            return proceed.get();
        } finally {
            Duration delay = due.get();
            due.remove();
            if (delay != null) {
                waitFor(delay);
            }
        }
    }

    private static void waitFor(Duration delay) {
        try {
            Thread.sleep(delay.toMillis());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt(); // the server is stopping; the answer may as well come now
        }
    }
}
