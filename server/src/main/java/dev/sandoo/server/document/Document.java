package dev.sandoo.server.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** One document, and what its reader finds wrong with it. Used by one thread. */
public final class Document {
    private final String source;
    private final List<DocumentProblem> problems = new ArrayList<>();

    private Document(String source) {
        this.source = Objects.requireNonNull(source, "source");
    }

    /**
     * The root of a YAML or JSON text.
     *
     * @param source what the document is known by in messages, such as its file's name; empty for nothing
     * @throws BadDocumentException when it is no such text
     */
    public static Node read(String source, String text) {
        return new DocumentParser(new Document(source)).parse(text);
    }

    /**
     * Ends the reading.
     *
     * @throws BadDocumentException when anything was found wrong
     */
    public void requireGood() {
        if (!problems.isEmpty()) {
            throw new BadDocumentException(problems);
        }
    }

    void problem(int line, String field, String message) {
        DocumentProblem problem = new DocumentProblem(source, line, field, message);
        if (!problems.contains(problem)) { // whoever looks at a value twice finds the same
            problems.add(problem);
        }
    }

    BadDocumentException broken(int line, String message) {
        return new BadDocumentException(List.of(new DocumentProblem(source, line, "", message)));
    }
}
