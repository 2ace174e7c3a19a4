package dev.sandoo.server.scenario;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One recorded call. Secrets in it are {@link SecretReference}s written as maps.
 *
 * @param login who called, as far as it was known
 * @param uid the number they called by
 * @param secret the name of the secret they showed
 * @param model {@code common} or {@code web} for a login: its first argument is the login
 * @param result plain JSON: texts, numbers, booleans, null, lists and maps
 */
public record ScenarioStep(
        Instant at,
        Optional<String> login,
        Optional<Integer> uid,
        Optional<String> secret,
        String protocol,
        String model,
        String method,
        List<Object> args,
        Map<String, Object> kwargs,
        Optional<Object> result,
        Optional<Failure> failure) {
    public ScenarioStep {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(protocol, "protocol");
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(args, "args");
        Objects.requireNonNull(kwargs, "kwargs");
    }

    /**
     * What a call raised.
     *
     * @param name the exception's Python name; empty when the recording could not see it
     */
    public record Failure(String name, String message) {}

    boolean isLogin() {
        return model.equals("common") || model.equals("web");
    }
}
