package dev.sandoo.server.access.policy;

import java.util.List;
import java.util.stream.Collectors;

/** A document that cannot be a policy; the message tells every reason, one a line. */
public final class BadPolicyException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<PolicyProblem> problems;

    BadPolicyException(List<PolicyProblem> problems) {
        super(problems.stream().map(PolicyProblem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** What is wrong, in the order of the document. */
    public List<PolicyProblem> problems() {
        return problems;
    }
}
