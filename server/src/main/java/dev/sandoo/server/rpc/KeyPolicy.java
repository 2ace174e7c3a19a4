package dev.sandoo.server.rpc;

import dev.sandoo.server.access.Caller;
import dev.sandoo.server.db.Transaction;

/** What the key that a call came with may do: asked once per call, as soon as the caller is known. */
@FunctionalInterface
public interface KeyPolicy {
    /** Every key may do what its user may, as in Odoo. */
    KeyPolicy PERMISSIVE = (caller, call, transaction, count) -> caller;

    /**
     * Lets the call pass.
     *
     * @param call without a model where something else than a method of one is asked for
     * @param count the call's own, whatever number of attempts it takes
     * @return the caller as far as the key's policy lets them
     * @throws dev.sandoo.server.error.AccessError when the key may not do this
     */
    Caller admit(Caller caller, Call call, Transaction transaction, CallCount count);
}
