package dev.sandoo.server.query;

import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.Condition.Term;
import dev.sandoo.server.sql.SqlFragment;

/** What terms mean in a version. */
interface Terms {
    /** Looks over a condition before it is compiled: the errors and shortcuts that come first in this version. */
    Condition prepare(Condition condition, Scope scope);

    /** The term on the scope's table. */
    SqlFragment term(Term term, Scope scope);

    /** What holds where the condition does not. */
    SqlFragment not(Condition condition, Scope scope);
}
