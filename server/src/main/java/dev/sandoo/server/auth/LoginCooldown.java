package dev.sandoo.server.auth;

import dev.sandoo.server.db.Row;
import dev.sandoo.server.db.Transaction;
import dev.sandoo.server.error.AccessDenied;
import dev.sandoo.server.sql.SqlFragment;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Makes an address wait after too many failed logins in a row. How many and how long, the parameters
 * {@code base.login_cooldown_after} (10; 0 switches it off) and {@code base.login_cooldown_duration} (60 seconds) say, as in
 * Odoo; unlike there, the failures are kept in the database, so that all nodes count together. Thread-safe.
 */
public final class LoginCooldown {
    private static final int DEFAULT_AFTER = 10;
    private static final int DEFAULT_SECONDS = 60;

    private static final String READ = """
            SELECT f.failures, f.last_failure,
                   (SELECT p.value FROM ir_config_parameter p WHERE p.key = 'base.login_cooldown_after'),
                   (SELECT p.value FROM ir_config_parameter p WHERE p.key = 'base.login_cooldown_duration')
              FROM sandoo_login_failure f
             WHERE f.address = ?""";

    private static final String ADD = """
            INSERT INTO sandoo_login_failure (address, failures, last_failure)
            VALUES (?, 1, ?)
            ON CONFLICT (address) DO UPDATE
               SET failures = sandoo_login_failure.failures + 1, last_failure = excluded.last_failure""";

    private static final String FORGET = "DELETE FROM sandoo_login_failure WHERE address = ?";

    /** What happened at an address since its last good login. */
    private record Failures(boolean any, boolean mustWait) {
        private static final Failures NONE = new Failures(false, false);
    }

    /**
     * What comes of a proof by someone at this address: refused unseen after too many failures, else counted.
     *
     * @param proof the account, if the secret is right
     */
    Verdict guarded(Transaction transaction, String address, Supplier<Optional<Account>> proof) {
        Failures failures = failures(transaction, address);
        if (failures.mustWait()) {
            return new Verdict.Refused(tooMany());
        }
        Optional<Account> account = proof.get();
        if (account.isEmpty()) {
            failed(transaction, address);
            return new Verdict.Refused(new AccessDenied());
        }
        if (failures.any()) {
            forget(transaction, address);
        }
        return new Verdict.Known(account.get());
    }

    private Failures failures(Transaction transaction, String address) {
        return transaction
                .queryFirst(SqlFragment.of(READ, address), row -> read(row, transaction.now()))
                .orElse(Failures.NONE);
    }

    private static Failures read(Row row, LocalDateTime now) {
        return new Failures(
                true,
                mustWait(
                        row.integer(1),
                        Duration.between(row.dateTimeOrNull(2), now),
                        number(row.text(3), DEFAULT_AFTER),
                        Duration.ofSeconds(number(row.text(4), DEFAULT_SECONDS))));
    }

    /** Whether so many failures, the last of them so long ago, call for a pause. */
    static boolean mustWait(int failures, Duration sinceLast, int after, Duration pause) {
        return after > 0 && failures >= after && sinceLast.compareTo(pause) < 0;
    }

    private static int number(String parameter, int fallback) {
        return Optional.ofNullable(parameter)
                .filter(text -> text.matches("\\d{1,9}"))
                .map(Integer::parseInt)
                .orElse(fallback);
    }

    /** Counts a failure; it lasts only if the transaction is committed. */
    private void failed(Transaction transaction, String address) {
        transaction.update(SqlFragment.of(ADD, address, transaction.now()));
    }

    /** Starts over after a good login. */
    private void forget(Transaction transaction, String address) {
        transaction.update(SqlFragment.of(FORGET, address));
    }

    static AccessDenied tooMany() {
        return new AccessDenied("Too many login failures, please wait a bit before trying again.");
    }
}
