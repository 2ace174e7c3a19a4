package dev.sandoo.server.auth.totp;

import dev.sandoo.schema.OdooVersion;
import dev.sandoo.server.auth.RateLimit;
import dev.sandoo.server.db.Row;
import dev.sandoo.server.db.Transaction;
import dev.sandoo.server.sql.SqlFragment;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * Whether accounts ask for a code besides the password, and whether a code is right. A code counts one step of time before
 * and after its own, once (19.0), and only so many wrong ones an hour are looked at. Thread-safe.
 *
 * <p>Source: recorded scenario {@code auth_totp}, and asked of the real servers.
 */
public final class SecondFactor {
    private static final String READ = "SELECT totp_secret FROM res_users WHERE id = ? AND active";
    private static final String READ_ONCE =
            "SELECT totp_secret, totp_last_counter FROM res_users WHERE id = ? AND active";
    private static final String USE = "UPDATE res_users SET totp_last_counter = ? WHERE id = ?";
    private static final String ENABLE = "UPDATE res_users SET totp_secret = ? WHERE id = ?";

    private static final Duration WINDOW = Duration.ofHours(1);
    private static final int TRIES = 5;

    /** Versions that look at any number of codes are kept from being guessed at, but from nothing a person would do. */
    private static final int GENEROUS_TRIES = 50;

    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,18}");

    private final boolean usedOnce;
    private final RateLimit limit;

    public SecondFactor(OdooVersion version) {
        this.usedOnce = version.has("totp.code-used-once");
        this.limit = new RateLimit("totp", version.has("totp.rate-limited") ? TRIES : GENEROUS_TRIES, WINDOW);
    }

    /** What became of a code, with the words that Odoo has for it on the page that asks for codes. */
    public enum Outcome {
        RIGHT(""),
        WRONG("Verification failed, please double-check the 6-digit code"),
        /** Right, but used before. */
        USED("Verification failed, please use the latest 6-digit code"),
        NOT_A_NUMBER("Invalid authentication code format."),
        /** Not looked at, right or wrong. */
        TOO_MANY("You reached the limit of code verifications for your account, please try again later.");

        private final String message;

        Outcome(String message) {
            this.message = message;
        }

        public String message() {
            return message;
        }
    }

    /** Whether the active user's account asks for a code besides the password. */
    public boolean isOn(Transaction transaction, int uid) {
        return transaction
                .queryFirst(SqlFragment.of(READ, uid), row -> Optional.ofNullable(row.text(1)))
                .flatMap(secret -> secret)
                .isPresent();
    }

    /**
     * Looks at a code for a user who has proved the password. What is noted of it lasts only if the transaction is
     * committed, so commit whatever the outcome.
     *
     * @return {@link Outcome#WRONG} also for an account without a second factor
     */
    public Outcome check(Transaction transaction, int uid, String code) {
        OptionalLong number = number(code);
        if (number.isEmpty()) {
            return Outcome.NOT_A_NUMBER;
        }
        String subject = Integer.toString(uid);
        if (!limit.take(transaction, subject)) {
            return Outcome.TOO_MANY;
        }
        Outcome outcome = outcome(transaction, uid, number.getAsLong());
        if (outcome == Outcome.RIGHT) {
            limit.forget(transaction, subject);
        }
        return outcome;
    }

    private Outcome outcome(Transaction transaction, int uid, long code) {
        Optional<Stored> stored = stored(transaction, uid);
        Optional<TotpSecret> secret = stored.map(Stored::secret).flatMap(TotpSecret::parse);
        if (secret.isEmpty()) {
            return Outcome.WRONG;
        }
        OptionalLong step = secret.get().stepOf(code, transaction.now().toInstant(ZoneOffset.UTC));
        if (step.isEmpty()) {
            return Outcome.WRONG;
        }
        if (usedOnce && step.getAsLong() <= stored.get().lastStep()) {
            return Outcome.USED;
        }
        use(transaction, uid, step.getAsLong());
        return Outcome.RIGHT;
    }

    /**
     * Switches the second factor on, if the code proves that the user's authenticator knows the secret.
     *
     * @return whether it does
     */
    public boolean enable(Transaction transaction, int uid, TotpSecret secret, long code) {
        OptionalLong step = secret.stepOf(code, transaction.now().toInstant(ZoneOffset.UTC));
        if (step.isEmpty()) {
            return false;
        }
        transaction.update(SqlFragment.of(ENABLE, secret.base32(), uid));
        use(transaction, uid, step.getAsLong());
        return true;
    }

    /** Switches the second factor off. */
    public void disable(Transaction transaction, int uid) {
        transaction.update(SqlFragment.of("UPDATE res_users SET totp_secret = NULL WHERE id = ?", uid));
    }

    /** A code as the number it is read as: blanks do not matter; empty for what is no number. */
    public static OptionalLong number(String code) {
        String digits = code.replaceAll("\\s", "");
        return NUMBER.matcher(digits).matches() ? OptionalLong.of(Long.parseLong(digits)) : OptionalLong.empty();
    }

    private record Stored(String secret, long lastStep) {
        @Override
        public String toString() {
            return "Stored[]";
        }
    }

    private Optional<Stored> stored(Transaction transaction, int uid) {
        return transaction
                .queryFirst(SqlFragment.of(usedOnce ? READ_ONCE : READ, uid), this::read)
                .filter(stored -> stored.secret() != null);
    }

    private Stored read(Row row) {
        Long last = usedOnce ? row.longOrNull(2) : null;
        return new Stored(row.text(1), last == null ? 0 : last);
    }

    private void use(Transaction transaction, int uid, long step) {
        if (usedOnce) {
            transaction.update(SqlFragment.of(USE, (int) step, uid));
        }
    }
}
