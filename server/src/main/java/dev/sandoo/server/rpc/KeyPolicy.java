package dev.sandoo.server.rpc;

import dev.sandoo.server.access.Caller;

/** What the key that a call came with may do: asked once per call, as soon as the caller is known. */
@FunctionalInterface
public interface KeyPolicy {
    /** Every key may do what its user may, as in Odoo. */
    KeyPolicy PERMISSIVE = (caller, call) -> {};

    /**
     * Lets the call pass.
     *
     * @throws dev.sandoo.server.error.AccessError when the key may not do this
     */
    void require(Caller caller, Call call);
}
