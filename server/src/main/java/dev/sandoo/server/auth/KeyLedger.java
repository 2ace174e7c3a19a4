package dev.sandoo.server.auth;

import dev.sandoo.server.db.Row;
import dev.sandoo.server.db.Transaction;
import dev.sandoo.server.sql.SqlFragment;
import dev.sandoo.server.sql.SqlNull;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The API keys of a database, for whoever runs the server: all users' keys, and no password asked. Thread-safe. */
public final class KeyLedger {
    private static final String SELECT = """
            SELECT k.id, k.user_id, u.login, k.name, k.scope, k.create_date, k.expiration_date,
                   coalesce(s.state, 'active'), s.until
              FROM res_users_apikeys k JOIN res_users u ON u.id = k.user_id
              LEFT JOIN sandoo_key_state s ON s.key_id = k.id
            """;

    private static final String EXPIRE = """
            UPDATE res_users_apikeys
               SET expiration_date = least(coalesce(expiration_date, 'infinity'), ?)
             WHERE id = ?""";

    private static final String STATE = """
            INSERT INTO sandoo_key_state (key_id, state, until, create_uid, create_date, write_uid, write_date)
            SELECT id, ?, ?::timestamp, 1, ?, 1, ? FROM res_users_apikeys WHERE id = ?
            ON CONFLICT (key_id) DO UPDATE
               SET state = excluded.state, until = excluded.until, write_uid = 1, write_date = excluded.write_date
             WHERE sandoo_key_state.state <> 'revoked' OR excluded.state = 'revoked'""";

    private static final String POLICY = "SELECT 1 FROM sandoo_key_policy WHERE name = ?";

    private final ApiKeys keys;

    public KeyLedger(ApiKeys keys) {
        this.keys = Objects.requireNonNull(keys, "keys");
    }

    /**
     * What is known of a key, which is not the key.
     *
     * @param created in UTC
     * @param expires in UTC; empty for never
     * @param state {@code active}, {@code suspended} or {@code revoked}
     * @param until when an active key is suspended again, in UTC; empty for never
     */
    public record Entry(
            int id,
            int uid,
            String login,
            String name,
            Optional<String> scope,
            LocalDateTime created,
            Optional<LocalDateTime> expires,
            String state,
            Optional<LocalDateTime> until) {
        private static Entry read(Row row) {
            return new Entry(
                    row.integer(1),
                    row.integer(2),
                    row.text(3),
                    row.text(4),
                    Optional.ofNullable(row.text(5)),
                    row.dateTimeOrNull(6),
                    Optional.ofNullable(row.dateTimeOrNull(7)),
                    row.text(8),
                    Optional.ofNullable(row.dateTimeOrNull(9)));
        }
    }

    /** All keys, or those of one user, oldest first. */
    public List<Entry> list(Transaction transaction, Optional<String> login) {
        SqlFragment query = login.map(name -> SqlFragment.of(SELECT + "WHERE u.login = ? ORDER BY k.id", name))
                .orElseGet(() -> SqlFragment.of(SELECT + "ORDER BY k.id"));
        return transaction.query(query, Entry::read);
    }

    /** The active user with this login. */
    public Optional<Integer> user(Transaction transaction, String login) {
        return transaction.queryFirst(
                SqlFragment.of("SELECT id FROM res_users WHERE login = ? AND active", login), row -> row.integer(1));
    }

    /** Whether keys of this scope are for RPC. */
    public boolean isForRpc(Transaction transaction, String scope) {
        return scope.isEmpty()
                || scope.equals("rpc")
                || transaction
                        .queryFirst(SqlFragment.of(POLICY, scope), row -> row.integer(1))
                        .isPresent();
    }

    /** Makes a key for a user; {@code expires} is in UTC. */
    public ApiKeys.NewKey create(
            Transaction transaction, int uid, String name, Optional<String> scope, Optional<LocalDateTime> expires) {
        return keys.make(transaction, uid, name, scope, expires);
    }

    /**
     * Makes a key that takes another's place, with its owner, name, scope and length of life. Both work during the overlap.
     *
     * @return empty when there is no such key
     */
    public Optional<ApiKeys.NewKey> rotate(Transaction transaction, int id, Duration overlap) {
        Optional<Entry> old =
                transaction.queryFirst(SqlFragment.of(SELECT + "WHERE k.id = ? FOR UPDATE OF k", id), Entry::read);
        return old.map(entry -> {
            LocalDateTime now = transaction.now().truncatedTo(ChronoUnit.SECONDS);
            Optional<LocalDateTime> expires =
                    entry.expires().map(end -> now.plus(Duration.between(entry.created(), end)));
            ApiKeys.NewKey fresh = create(transaction, entry.uid(), entry.name(), entry.scope(), expires);
            transaction.update(SqlFragment.of(EXPIRE, now.plus(overlap), id));
            if (!entry.state().equals(ProvenKey.ACTIVE)) {
                setState(transaction, fresh.id(), entry.state(), Optional.empty());
            }
            return fresh;
        });
    }

    /** What may become of a key: one that was revoked stays so. */
    public enum Change {
        DONE,
        NO_SUCH_KEY,
        REVOKED
    }

    /**
     * Changes the state of a key.
     *
     * @param state {@code active}, {@code suspended} or {@code revoked}
     * @param length how long an active key stays so before it is suspended again; empty for ever
     */
    public Change setState(Transaction transaction, int id, String state, Optional<Duration> length) {
        LocalDateTime now = transaction.now();
        Object until = length.<Object>map(now::plus).orElseGet(() -> new SqlNull("timestamp"));
        if (transaction.update(SqlFragment.of(STATE, state, until, now, now, id)) > 0) {
            return Change.DONE;
        }
        return transaction
                        .queryFirst(
                                SqlFragment.of("SELECT id FROM res_users_apikeys WHERE id = ?", id),
                                row -> row.integer(1))
                        .isPresent()
                ? Change.REVOKED
                : Change.NO_SUCH_KEY;
    }

    /** Removes a key; true when there was one. */
    public boolean delete(Transaction transaction, int id) {
        return keys.remove(transaction, id);
    }
}
