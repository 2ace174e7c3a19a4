package dev.sandoo.server.web;

import java.util.List;

/**
 * What the page of key policies shows.
 *
 * @param error why a call could not be explained; empty when nothing was wrong
 * @param question what was asked to be explained
 * @param verdicts what the policy says to it; empty when nothing was asked
 */
public record PoliciesView(Frame frame, List<Row> policies, String error, Question question, List<Verdict> verdicts) {
    public PoliciesView {
        policies = List.copyOf(policies);
        verdicts = List.copyOf(verdicts);
    }

    /** A policy in the list. */
    public record Row(int id, String name, boolean active, String changed, String changedBy) {}

    /** A call to explain, as it was written. */
    public record Question(String key, String model, String method, String fields) {}

    /**
     * What one dimension says.
     *
     * @param line of the document; 0 where it has none
     */
    public record Verdict(boolean allowed, String dimension, int line, String text) {}

    /** Whether nothing refuses the call. */
    public boolean isAllowed() {
        return verdicts.stream().allMatch(Verdict::allowed);
    }
}
