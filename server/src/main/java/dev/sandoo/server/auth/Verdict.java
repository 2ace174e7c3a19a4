package dev.sandoo.server.auth;

import dev.sandoo.server.error.OdooError;

/** What became of a proof. */
public sealed interface Verdict {
    /** The secret is right. */
    record Known(Account account) implements Verdict {}

    /** The secret is wrong, or the user may not log in. What was noted of it lasts only if the transaction is committed. */
    record Refused(OdooError error) implements Verdict {}
}
