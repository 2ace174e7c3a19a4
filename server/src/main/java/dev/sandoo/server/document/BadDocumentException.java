package dev.sandoo.server.document;

import java.util.List;
import java.util.stream.Collectors;

/** A document that cannot be used; the message tells every reason, one a line. */
public final class BadDocumentException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<DocumentProblem> problems;

    public BadDocumentException(List<DocumentProblem> problems) {
        super(problems.stream().map(DocumentProblem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** What is wrong, in the order it was found. */
    public List<DocumentProblem> problems() {
        return problems;
    }
}
