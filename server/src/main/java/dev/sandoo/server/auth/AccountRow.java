package dev.sandoo.server.auth;

import dev.sandoo.server.auth.StoredAccount.StoredKey;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/**
 * A user's row with what is stored of their secrets. {@code toString} tells none of it.
 *
 * @param passwordHash empty for a user without a password
 * @param secondFactor whether the account needs a second factor, and so may not use its password over RPC
 * @param keys the live keys that begin as the secret that was shown does
 * @param lastUse when the session was last noted to be used, if the account was found by one
 */
record AccountRow(
        Account account,
        boolean active,
        Optional<String> passwordHash,
        boolean secondFactor,
        List<StoredKey> keys,
        Optional<LocalDateTime> lastUse) {

    @Override
    public String toString() {
        return "AccountRow[uid=" + account.uid() + "]";
    }

    /** The same, found by a web session that was last noted to be used then. */
    AccountRow inSession(int session, LocalDateTime used) {
        return new AccountRow(account.inSession(session), active, passwordHash, secondFactor, keys, Optional.of(used));
    }
}
