package dev.sandoo.server.rpc;

import dev.sandoo.server.auth.Verdict;
import dev.sandoo.server.auth.session.SessionToken;
import dev.sandoo.server.db.Transaction;

/** What a caller shows to prove who they are. {@code toString} never tells a secret. */
public sealed interface Credential {
    /** A user id with a password or API key, as {@code execute_kw} gives. */
    record UserSecret(int uid, String secret) implements Credential {
        @Override
        public String toString() {
            return "UserSecret[uid=" + uid + "]";
        }
    }

    /**
     * A web session, as a browser's cookie gives.
     *
     * @param host the server's name as the browser calls it, without the port
     */
    record Session(SessionToken token, String host) implements Credential {}

    /** Whatever else proves who calls. */
    record Proof(Prover prover) implements Credential {
        @Override
        public String toString() {
            return "Proof[]";
        }
    }

    /** Finds out who calls. */
    @FunctionalInterface
    interface Prover {
        /** The outcome, from the call's own transaction. */
        Verdict prove(Transaction transaction);
    }

    /** An API key alone, as JSON-2's bearer header gives. */
    record Bearer(String key) implements Credential {
        @Override
        public String toString() {
            return "Bearer[]";
        }
    }

    /** Nobody in particular: the public user, who sees what everybody may. */
    record Anonymous() implements Credential {}
}
