package dev.sandoo.server.auth.session;

import dev.sandoo.schema.OdooVersion;
import dev.sandoo.server.db.Transaction;
import dev.sandoo.server.sql.SqlFragment;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * The sessions of a database. A session holds a proof made of its user's login, password and second factor; when one of them
 * changes, the proof is another and the session has ended, on every node. Thread-safe.
 */
public final class Sessions {
    /** To be put behind the tables of an account {@code u}: its session {@code s} by digest, used since a moment. */
    public static final String JOIN = """
            JOIN sandoo_session s ON s.uid = u.id
                             WHERE s.digest = ? AND s.used > ? AND NOT s.pending
                               AND u.active AND s.proof = sandoo_session_proof(u)""";

    private static final String OPEN = """
            INSERT INTO sandoo_session (digest, uid, pending, proof, created, used)
            SELECT ?, u.id, ?, sandoo_session_proof(u), ?, ? FROM res_users u WHERE u.id = ?""";

    private static final String PENDING = """
            SELECT u.id
              FROM sandoo_session s JOIN res_users u ON u.id = s.uid
             WHERE s.digest = ? AND s.used > ? AND s.pending
               AND u.active AND s.proof = sandoo_session_proof(u)""";

    private static final String USE = "UPDATE sandoo_session SET used = ? WHERE digest = ?";
    private static final String END = "DELETE FROM sandoo_session WHERE digest = ?";
    private static final String END_OPEN = END + " AND NOT pending";
    private static final String CLEAR = "DELETE FROM sandoo_session WHERE used <= ?";

    private static final String PROVED = "SELECT identity_proved FROM sandoo_session WHERE id = ?";
    private static final String PROVE = "UPDATE sandoo_session SET identity_proved = ? WHERE id = ?";
    private static final String RENEW = """
            UPDATE sandoo_session s SET proof = sandoo_session_proof(u) FROM res_users u WHERE u.id = s.uid AND s.id = ?""";

    /** Being used is noted once in a while: a write per call would cost more than the call. */
    private static final Duration NOTED_EVERY = Duration.ofHours(1);

    private final Duration life;

    public Sessions(OdooVersion version) {
        this.life = Duration.ofDays(Integer.parseInt(version.message("session.days")));
    }

    /** Begins a session that is logged in, and forgets those that nobody has used for long. */
    public void open(Transaction transaction, SessionToken token, int uid) {
        insert(transaction, token, uid, false);
        transaction.update(SqlFragment.of(CLEAR, aliveSince(transaction)));
    }

    /** Begins a session whose user has shown the password and not yet the second factor. */
    public void await(Transaction transaction, SessionToken token, int uid) {
        insert(transaction, token, uid, true);
    }

    /** The user whose second factor the session waits for. */
    public Optional<Integer> awaited(Transaction transaction, SessionToken token) {
        return transaction.queryFirst(
                SqlFragment.of(PENDING, token.digest(), aliveSince(transaction)), row -> row.integer(1));
    }

    /** Ends a session; nothing happens when there is none. */
    public void end(Transaction transaction, SessionToken token) {
        transaction.update(SqlFragment.of(END, token.digest()));
    }

    /** Ends a session that is logged in; one that waits for a second factor goes on waiting. */
    public void endOpen(Transaction transaction, SessionToken token) {
        transaction.update(SqlFragment.of(END_OPEN, token.digest()));
    }

    /** Notes that a session is in use. */
    public void use(Transaction transaction, SessionToken token, LocalDateTime lastUse) {
        LocalDateTime now = transaction.now();
        if (lastUse.isBefore(now.minus(NOTED_EVERY))) {
            transaction.update(SqlFragment.of(USE, now, token.digest()));
        }
    }

    /** The moment in UTC when the user last showed the password in this session. */
    public Optional<LocalDateTime> identityProved(Transaction transaction, int id) {
        return transaction
                .queryFirst(SqlFragment.of(PROVED, id), row -> Optional.ofNullable(row.dateTimeOrNull(1)))
                .flatMap(moment -> moment);
    }

    /** Notes that the user showed the password. */
    public void proveIdentity(Transaction transaction, int id, LocalDateTime moment) {
        transaction.update(SqlFragment.of(PROVE, moment, id));
    }

    /** Lets a session live on although its user's secrets have changed. */
    public void renew(Transaction transaction, int id) {
        transaction.update(SqlFragment.of(RENEW, id));
    }

    /** How long after its last use a session ends. */
    public Duration life() {
        return life;
    }

    private LocalDateTime aliveSince(Transaction transaction) {
        return transaction.now().minus(life);
    }

    private void insert(Transaction transaction, SessionToken token, int uid, boolean pending) {
        LocalDateTime now = transaction.now();
        transaction.update(SqlFragment.of(OPEN, token.digest(), pending, now, now, uid));
    }
}
