package dev.sandoo.server.metrics;

import com.github.benmanes.caffeine.cache.Cache;
import dev.sandoo.server.db.Databases;
import dev.sandoo.server.db.PoolUse;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.function.ToIntFunction;

/** All metrics of one server. Thread-safe. */
public final class Metrics {
    /** The media type of what {@link #scrape} answers. */
    public static final String MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final CallMetrics calls;
    private final MultiGauge active;
    private final MultiGauge idle;
    private final MultiGauge waiting;

    /** @param exists whether there is a model with a method; others are counted together, lest clients fill the memory */
    public Metrics(BiPredicate<String, String> exists) {
        this.calls = new CallMetrics(registry, Objects.requireNonNull(exists, "exists"));
        this.active = gauge("sandoo.connections.active", "Connections to PostgreSQL in use");
        this.idle = gauge("sandoo.connections.idle", "Connections to PostgreSQL that lie ready");
        this.waiting = gauge("sandoo.connections.waiting", "Calls that wait for a connection");
        List.of(new JvmMemoryMetrics(), new JvmThreadMetrics(), new ProcessorMetrics(), new UptimeMetrics())
                .forEach(binder -> binder.bindTo(registry));
    }

    /** What watches the calls. */
    public CallMetrics calls() {
        return calls;
    }

    /** Watches a cache, which must record its statistics. */
    public void watch(String name, Cache<?, ?> cache) {
        CaffeineCacheMetrics.monitor(registry, cache, name);
    }

    /** All metrics in the text format of Prometheus. */
    public String scrape(Databases databases) {
        List<PoolUse> pools = databases.pools();
        show(active, pools, PoolUse::active);
        show(idle, pools, PoolUse::idle);
        show(waiting, pools, PoolUse::waiting);
        return registry.scrape();
    }

    private MultiGauge gauge(String name, String description) {
        return MultiGauge.builder(name).description(description).register(registry);
    }

    /** Databases come and go, and their rows with them. */
    private static void show(MultiGauge gauge, List<PoolUse> pools, ToIntFunction<PoolUse> number) {
        gauge.register(
                pools.stream()
                        .map(pool -> MultiGauge.Row.of(Tags.of("database", pool.database()), number.applyAsInt(pool)))
                        .toList(),
                true);
    }
}
