package dev.sandoo.server.rpc;

/** What a caller shows to prove who they are. {@code toString} never tells a secret. */
public sealed interface Credential {
    /** A user id with a password or API key, as {@code execute_kw} gives. */
    record UserSecret(int uid, String secret) implements Credential {
        @Override
        public String toString() {
            return "UserSecret[uid=" + uid + "]";
        }
    }

    /** An API key alone, as JSON-2's bearer header gives. */
    record Bearer(String key) implements Credential {
        @Override
        public String toString() {
            return "Bearer[]";
        }
    }
}
