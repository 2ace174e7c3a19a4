package dev.sandoo.server.access.policy;

import dev.sandoo.server.document.Glob;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a policy opens of a model.
 *
 * @param model a model's name, or a glob over names
 * @param methods class words ({@code read}, {@code create}, {@code write}, {@code unlink}), names and globs
 * @param fields the fields that may be written; empty for all
 * @param returns the fields that are answered; empty for all
 * @param records the domain that records must fulfil: a wire value, or a text as record rules have it; empty for all
 *     records
 * @param line where the document says so, from 1
 * @param lines where it says what of it: {@code methods}, {@code fields} and so on
 */
public record ModelGrant(
        String model,
        NamePatterns methods,
        Optional<NamePatterns> fields,
        Optional<NamePatterns> returns,
        Optional<Object> records,
        int line,
        Map<String, Integer> lines) {
    public ModelGrant {
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(methods, "methods");
        Objects.requireNonNull(fields, "fields");
        Objects.requireNonNull(returns, "returns");
        Objects.requireNonNull(records, "records");
        lines = Map.copyOf(lines);
    }

    /** The line of one of its keys; that of the model where it has none. */
    int lineOf(String key) {
        return lines.getOrDefault(key, line);
    }

    /** Whether models are named by a glob. */
    boolean isGlob() {
        return !new Glob(model).isName();
    }
}
