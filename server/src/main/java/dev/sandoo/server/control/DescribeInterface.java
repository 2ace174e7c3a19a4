package dev.sandoo.server.control;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** {@code GET /openapi.json}. */
final class DescribeInterface implements ControlEndpoint<Void> {
    private final Supplier<List<ControlRoute>> routes;
    private final String build;

    DescribeInterface(Supplier<List<ControlRoute>> routes, String build) {
        this.routes = routes;
        this.build = build;
    }

    @Override
    public Operation<Void> operation() {
        return Operation.of("describeInterface", "Describes the control interface in OpenAPI 3.1.")
                .answers(Map.class);
    }

    @Override
    public Object answer(ControlRequest<Void> request) {
        return new OpenApiDocument().of(routes.get(), build);
    }
}
