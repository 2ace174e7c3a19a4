package dev.sandoo.server.document;

import java.util.Objects;

/**
 * What is wrong with a document.
 *
 * @param source the file's name, or what else the document is known by; empty where it needs no name
 * @param line counted from 1
 * @param field the path to the value, such as {@code stubs[0].model}; empty for the document as a whole
 */
public record DocumentProblem(String source, int line, String field, String message) {
    public DocumentProblem {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(message, "message");
    }

    @Override
    public String toString() {
        return (source.isEmpty() ? "" : source + ", ") + "line " + line + (field.isEmpty() ? "" : ", " + field) + ": "
                + message;
    }
}
