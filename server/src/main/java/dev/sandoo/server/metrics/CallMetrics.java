package dev.sandoo.server.metrics;

import dev.sandoo.server.error.OdooError;
import dev.sandoo.server.rpc.Call;
import dev.sandoo.server.rpc.CallInterceptor;
import dev.sandoo.server.rpc.Protocol;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BiPredicate;
import java.util.function.Supplier;

/** Counts calls and takes their time, by model, method, protocol and outcome. Thread-safe. */
public final class CallMetrics implements CallInterceptor {
    private static final String OTHER = "other";
    private static final Duration[] STEPS = {
        Duration.ofMillis(1),
        Duration.ofMillis(5),
        Duration.ofMillis(20),
        Duration.ofMillis(100),
        Duration.ofMillis(500),
        Duration.ofSeconds(2),
        Duration.ofSeconds(10)
    };

    private final MeterRegistry registry;
    private final BiPredicate<String, String> exists;
    private final Map<Kind, Timer> timers = new ConcurrentHashMap<>();

    private record Kind(String model, String method, Protocol protocol, String outcome) {}

    CallMetrics(MeterRegistry registry, BiPredicate<String, String> exists) {
        this.registry = registry;
        this.exists = exists;
    }

    @Override
    public Object around(Call call, Supplier<Object> proceed) {
        long start = System.nanoTime();
        String outcome = "failed";
        try {
            Object answer = proceed.get();
            outcome = "ok";
            return answer;
        } catch (OdooError error) {
            outcome = error.kind().name().toLowerCase(Locale.ROOT);
            throw error;
        } finally {
            timer(call, outcome).record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
        }
    }

    /** Names come from clients: only those of models and methods that exist become series of their own. */
    private Timer timer(Call call, String outcome) {
        Timer known =
                timers.get(new Kind(call.model(), call.method(), call.origin().protocol(), outcome));
        if (known != null) {
            return known;
        }
        boolean named = exists.test(call.model(), call.method());
        Kind kind = new Kind(
                named ? call.model() : OTHER,
                named ? call.method() : OTHER,
                call.origin().protocol(),
                outcome);
        return timers.computeIfAbsent(kind, this::timer);
    }

    private Timer timer(Kind kind) {
        return Timer.builder("sandoo.calls")
                .description("Calls of models' methods")
                .tag("model", kind.model())
                .tag("method", kind.method())
                .tag("protocol", kind.protocol().name().toLowerCase(Locale.ROOT))
                .tag("outcome", kind.outcome())
                .serviceLevelObjectives(STEPS)
                .register(registry);
    }
}
