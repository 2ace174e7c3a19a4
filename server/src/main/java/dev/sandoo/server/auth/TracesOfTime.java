package dev.sandoo.server.auth;

import dev.sandoo.schema.OdooVersion;
import dev.sandoo.server.db.Transaction;
import dev.sandoo.server.sql.SqlFragment;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * What a database remembers of times, seen when its clock is put back: what was counted at a time that is now still to come
 * would lock people out until then. Thread-safe.
 */
public final class TracesOfTime {
    private static final Duration TOTP_STEP = Duration.ofSeconds(30);

    private static final String FAILURES = "DELETE FROM sandoo_login_failure WHERE last_failure > ?";
    private static final String RATES = "DELETE FROM sandoo_rate WHERE since > ?";

    /** Parts of periods, which tell no time by themselves. */
    private static final SqlFragment KEY_CALLS = SqlFragment.of("DELETE FROM sandoo_key_calls");

    private static final String SESSIONS = """
            UPDATE sandoo_session SET used = least(used, ?), identity_proved = NULL
             WHERE used > ? OR identity_proved > ?""";
    private static final String CODES = "UPDATE res_users SET totp_last_counter = NULL WHERE totp_last_counter > ?";

    private final boolean codesUsedOnce;

    public TracesOfTime(OdooVersion version) {
        this.codesUsedOnce = version.has("totp.code-used-once");
    }

    /** Forgets what was counted later than this. */
    public void forgetAfter(Transaction transaction, LocalDateTime now) {
        transaction.update(SqlFragment.of(FAILURES, now));
        transaction.update(SqlFragment.of(RATES, now));
        transaction.update(KEY_CALLS);
        transaction.update(SqlFragment.of(SESSIONS, now, now, now));
        if (codesUsedOnce) {
            long step = now.toEpochSecond(ZoneOffset.UTC) / TOTP_STEP.toSeconds();
            transaction.update(SqlFragment.of(CODES, step));
        }
    }
}
