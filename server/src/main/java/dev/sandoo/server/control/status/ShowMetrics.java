package dev.sandoo.server.control.status;

import dev.sandoo.server.control.Content;
import dev.sandoo.server.control.ControlEndpoint;
import dev.sandoo.server.control.ControlRequest;
import dev.sandoo.server.control.Operation;
import java.util.Objects;
import java.util.function.Supplier;

/** {@code GET /metrics}. */
public final class ShowMetrics implements ControlEndpoint<Void> {
    private final String mediaType;
    private final Supplier<String> metrics;

    public ShowMetrics(String mediaType, Supplier<String> metrics) {
        this.mediaType = Objects.requireNonNull(mediaType, "mediaType");
        this.metrics = Objects.requireNonNull(metrics, "metrics");
    }

    @Override
    public Operation<Void> operation() {
        return Operation.of("showMetrics", "Tells numbers about calls, connections, caches and the process.")
                .answersContent("text/plain");
    }

    @Override
    public Content answer(ControlRequest<Void> request) {
        return Content.text(mediaType, metrics.get());
    }
}
