package dev.sandoo.server.seed;

import java.util.List;

/** Why seeds were not written; nothing of them was. */
public final class SeedException extends RuntimeException {
    private final transient List<String> problems;

    /** @param problems a line for each, with file, line and field as far as they are known */
    public SeedException(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    /** With the one line. */
    static SeedException of(String problem) {
        return new SeedException(List.of(problem));
    }

    public List<String> problems() {
        return problems;
    }
}
