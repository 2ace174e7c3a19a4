package dev.sandoo.server.rpc;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A call of a model's method, as every dialect brings it.
 *
 * @param args positional arguments as wire values; for a method on records the first is an id or a list of ids
 * @param kwargs named arguments as wire values; {@code context} is one of them
 */
public record Call(
        String database,
        Credential credential,
        String model,
        String method,
        List<Object> args,
        Map<String, Object> kwargs,
        Origin origin) {
    public Call {
        Objects.requireNonNull(database, "database");
        Objects.requireNonNull(credential, "credential");
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(args, "args");
        Objects.requireNonNull(kwargs, "kwargs");
        Objects.requireNonNull(origin, "origin");
    }
}
