package dev.sandoo.server.access;

import java.util.List;

/** The values that rule expressions name, such as {@code user.partner_id.id} or {@code company_ids}. */
public interface RuleVariables {
    /**
     * The value of a name and what follows it.
     *
     * @param root the name, such as {@code user}
     * @param path the attributes behind it, in order; empty for the name alone
     * @return a wire value: a number, text, truth value, or list of ids
     * @throws IllegalArgumentException when there is no such name
     */
    Object value(String root, List<String> path);

    /** Whether the caller is in the group with this external id. */
    boolean hasGroup(String externalId);
}
