package dev.sandoo.server.rpc;

import dev.sandoo.server.access.Caller;
import dev.sandoo.server.db.Transaction;

/** Something to do for a caller who is known, in a transaction that is committed afterwards. */
@FunctionalInterface
public interface CallerWork<T> {
    T run(Transaction transaction, Caller caller);
}
