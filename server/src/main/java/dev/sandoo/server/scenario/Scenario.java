package dev.sandoo.server.scenario;

import java.util.List;
import java.util.Objects;

/**
 * Recorded calls in their order.
 *
 * @param odooVersion the series they were recorded against
 */
public record Scenario(String odooVersion, List<ScenarioStep> steps) {
    public Scenario {
        Objects.requireNonNull(odooVersion, "odooVersion");
        steps = List.copyOf(steps);
    }
}
