package dev.sandoo.server.access;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Records that a rule keeps from a caller, with what a message tells of them.
 *
 * @param description the model's name for people
 * @param names each record's display name by id, in the order the caller asked for them
 * @param rules the rules that keep some of them away
 * @param companies the names of the companies that the first of them belong to, by id
 */
public record RefusedRecords(
        String model,
        String description,
        Operation operation,
        List<Name> names,
        List<Rule> rules,
        Map<Integer, String> companies) {
    /** How many records a message names, and whose companies it looks at. */
    public static final int MOST_NAMED = 6;

    public RefusedRecords {
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(operation, "operation");
        names = List.copyOf(names);
        rules = List.copyOf(rules);
        companies = Map.copyOf(companies);
    }

    /** What a record is called. */
    public record Name(int id, String text) {}

    /** Whether a rule that keeps them away looks at companies. */
    boolean isAboutCompanies() {
        return rules.stream().anyMatch(rule -> rule.domain().contains("company_id"));
    }
}
