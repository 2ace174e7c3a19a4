package dev.sandoo.server.control;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.net.URI;
import java.util.List;

/** A problem document of RFC 9457. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Problem(
        @JsonPropertyDescription("Tells kinds of problems apart")
        URI type,

        @JsonPropertyDescription("The kind in words") String title,
        @JsonPropertyDescription("The answer's HTTP status") int status,
        @JsonPropertyDescription("What is wrong this time") String detail,

        @JsonPropertyDescription("The path that was asked for")
        String instance,

        @JsonPropertyDescription("The parts of the body that are wrong")
        List<Part> errors) {
    static final String MEDIA_TYPE = "application/problem+json";

    Problem {
        errors = List.copyOf(errors);
    }

    /**
     * A part of a body.
     *
     * @param pointer a JSON pointer into it, as a fragment: {@code #/name}
     */
    record Part(String pointer, String detail) {}

    static Problem of(ControlException error, String instance) {
        ProblemKind kind = error.kind();
        return new Problem(kind.type(), kind.title(), kind.status(), error.getMessage(), instance, error.parts());
    }
}
