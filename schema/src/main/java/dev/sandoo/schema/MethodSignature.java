package dev.sandoo.schema;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The parameters of a public method, without {@code self}.
 *
 * @param onRecords whether the first positional argument of a call is a list of ids ({@code false}: an {@code @api.model} method)
 */
public record MethodSignature(String name, List<Parameter> parameters, boolean onRecords) {
    public MethodSignature {
        Objects.requireNonNull(name, "name");
        parameters = List.copyOf(parameters);
    }

    /** How an argument may be given. */
    public enum Kind {
        POSITIONAL_OR_KEYWORD,
        KEYWORD_ONLY,
        VAR_POSITIONAL,
        VAR_KEYWORD
    }

    /**
     * One parameter.
     *
     * @param defaultValue present when the parameter may be left out; {@link Default#value()} may be null (Python's None)
     */
    public record Parameter(String name, Kind kind, Optional<Default> defaultValue) {
        /** Whether a call must give it. */
        public boolean isRequired() {
            return defaultValue.isEmpty() && (kind == Kind.POSITIONAL_OR_KEYWORD || kind == Kind.KEYWORD_ONLY);
        }
    }

    /** A parameter's default as a wire value; Python's None is null. */
    public record Default(Object value) {}
}
