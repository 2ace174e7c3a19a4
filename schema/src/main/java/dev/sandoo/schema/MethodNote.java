package dev.sandoo.schema;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a version's own documentation says of a method that every model has, besides its parameters.
 *
 * @param model where it comes from: {@code core} or {@code base}
 * @param module the module that it comes from
 * @param readonly whether it promises to change nothing
 * @param annotations the Python types of parameters, by name
 * @param returns the Python type of what it answers
 */
public record MethodNote(
        String model, String module, boolean readonly, Map<String, String> annotations, Optional<String> returns) {
    public MethodNote {
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(module, "module");
        annotations = Map.copyOf(annotations);
        Objects.requireNonNull(returns, "returns");
    }
}
