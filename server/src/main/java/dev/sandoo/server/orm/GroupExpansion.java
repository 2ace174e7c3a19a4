package dev.sandoo.server.orm;

import dev.sandoo.server.domain.Condition;

/** Which records show as groups although nothing is in them, such as the stages of leads. */
@FunctionalInterface
public interface GroupExpansion {
    /**
     * The records to show, in their order.
     *
     * @param present those that have something in them
     * @param condition what the grouped records fulfil
     */
    Records records(Records present, Condition condition);
}
