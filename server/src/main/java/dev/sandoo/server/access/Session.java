package dev.sandoo.server.access;

import java.time.LocalDateTime;
import java.util.Optional;

/**
 * The visit over HTTP that a call belongs to, as far as models may care: some of their methods want somebody who has just
 * shown the password. Calls over XML-RPC and JSON-RPC have none; a call over JSON-2 has one that ends with it. Used by one
 * thread, within the call's transaction.
 */
public interface Session {
    /** The moment in UTC when the user last proved by password who they are; empty when they have not in this session. */
    Optional<LocalDateTime> identityProved();

    /** Notes such a proof. */
    void proveIdentity(LocalDateTime moment);

    /** Keeps this session open although the user's secrets have just changed, which ends all others. */
    void secretsChanged();

    /** The server's name as the client calls it, without the port; empty when it is not known. */
    default Optional<String> host() {
        return Optional.empty();
    }

    /** A session that ends with the call. */
    static Session ofOneCall() {
        return new Session() {
            private Optional<LocalDateTime> proved = Optional.empty();

            @Override
            public Optional<LocalDateTime> identityProved() {
                return proved;
            }

            @Override
            public void proveIdentity(LocalDateTime moment) {
                proved = Optional.of(moment);
            }

            @Override
            public void secretsChanged() {
                // nothing outlasts the call
            }
        };
    }
}
