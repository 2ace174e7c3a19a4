package dev.sandoo.server.audit;

import java.time.LocalDateTime;
import java.util.Objects;
import java.util.Optional;

/**
 * A call as it is written down. Texts of clients are cut to a length and rid of what a line cannot hold.
 *
 * @param time when it began, by the database's clock, in UTC
 * @param origin where it came from
 * @param who on whose behalf; empty when nobody proved who they are
 * @param model empty for a login
 * @param recordCount how many records it was about: those it was called on, or those it answered
 * @param reason why it was refused or failed, or what else is to be said; empty for nothing
 * @param milliseconds how long it took
 */
public record AuditedCall(
        LocalDateTime time,
        From origin,
        Optional<Who> who,
        String model,
        String method,
        int recordCount,
        Outcome outcome,
        String reason,
        double milliseconds) {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_REASON = 500;

    public AuditedCall {
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(who, "who");
        Objects.requireNonNull(outcome, "outcome");
        model = clean(model, LONGEST_NAME);
        method = clean(method, LONGEST_NAME);
        reason = clean(reason, LONGEST_REASON);
    }

    /**
     * Where a call came from.
     *
     * @param protocol a word for the dialect, such as {@code xmlrpc}
     */
    public record From(String requestId, String protocol, String address, String userAgent) {
        public From {
            requestId = clean(requestId, LONGEST_NAME);
            Objects.requireNonNull(protocol, "protocol");
            address = clean(address, LONGEST_NAME);
            userAgent = clean(userAgent, LONGEST_NAME);
        }
    }

    /** On whose behalf a call was made; without a key when a password or session proved it. */
    public record Who(int uid, Optional<Key> key) {
        public Who {
            Objects.requireNonNull(key, "key");
        }
    }

    /**
     * The key that a call came with, which may be gone when somebody reads of it.
     *
     * @param policy the name of the policy that binds it; empty for none
     */
    public record Key(int id, String name, String policy) {
        public Key {
            name = clean(name, LONGEST_NAME);
            policy = clean(policy, LONGEST_NAME);
        }
    }

    /** The id of the key it came with, if it came with one. */
    Optional<Integer> keyId() {
        return who.flatMap(Who::key).map(Key::id);
    }

    /** PostgreSQL has no NUL, a line no line breaks. */
    private static String clean(String text, int longest) {
        String cut = text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
        for (int i = 0; i < cut.length(); i++) {
            if (Character.isISOControl(cut.charAt(i)) || Character.isSurrogate(cut.charAt(i))) {
                return cut.replaceAll("\\p{Cntrl}+", " ")
                        .replaceAll("\\p{Cs}", "?")
                        .strip();
            }
        }
        return cut;
    }
}
