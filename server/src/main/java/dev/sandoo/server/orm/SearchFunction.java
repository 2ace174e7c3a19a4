package dev.sandoo.server.orm;

import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.Operator;

/** What a search on a computed field means. */
@FunctionalInterface
public interface SearchFunction {
    /** A condition on other fields of the model that holds for the same records. */
    Condition search(Environment env, Operator operator, Object value);
}
