package dev.sandoo.server.auth;

import dev.sandoo.server.db.Transaction;
import dev.sandoo.server.sql.SqlFragment;
import dev.sandoo.server.sql.SqlNull;
import java.security.SecureRandom;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Makes and removes API keys as Odoo keeps them: the key itself is told once, its first characters are stored to find it by,
 * the whole only hashed. Thread-safe.
 */
public final class ApiKeys {
    private static final int KEY_BYTES = 20;
    private static final int INDEX_LENGTH = 8;

    /** A key is random enough to need little stirring; Odoo's keys have this number too. */
    private static final int ROUNDS = 6000;

    private static final String INSERT = """
            INSERT INTO %s (name, user_id, scope, "index", key, expiration_date, create_date)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            RETURNING id""";

    private static final String LIVE = """
            SELECT key FROM %s
             WHERE user_id = ? AND "index" = ? AND scope = ?
               AND (expiration_date IS NULL OR expiration_date >= ?)""";

    private static final String REMOVE_EXPIRED = """
            DELETE FROM %s
             WHERE greatest(expiration_date, create_date) < ? AND expiration_date < ?""";

    private static final String KEYS = "res_users_apikeys";
    private static final String DEVICES = "auth_totp_device";

    private final SecureRandom random;
    private final PasswordHasher hasher;
    private final String table;

    /** The keys that stand for passwords. */
    public ApiKeys(SecureRandom random) {
        this(KEYS, random);
    }

    private ApiKeys(String table, SecureRandom random) {
        this.random = random;
        this.hasher = new PasswordHasher(random, ROUNDS);
        this.table = table;
    }

    /** The keys of trusted devices, which lie apart. */
    public static ApiKeys ofDevices(SecureRandom random) {
        return new ApiKeys(DEVICES, random);
    }

    /**
     * A key as its owner is shown it.
     *
     * @param id of its row in {@code res_users_apikeys}
     */
    public record NewKey(int id, String secret) {
        @Override
        public String toString() {
            return "NewKey[id=" + id + "]";
        }
    }

    /**
     * Makes a key.
     *
     * @param scope what it may be used for; empty means everything its owner may do
     * @param expiration the moment in UTC after which it is refused; empty for none
     */
    public NewKey make(
            Transaction transaction, int uid, String name, Optional<String> scope, Optional<LocalDateTime> expiration) {
        byte[] bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        String secret = HexFormat.of().formatHex(bytes);
        List<Object> values =
                new ArrayList<>(List.of(name, uid, orNull(scope, "varchar"), index(secret), hasher.hash(secret)));
        values.add(orNull(expiration, "timestamp"));
        values.add(transaction.now());
        SqlFragment insert = new SqlFragment(INSERT.formatted(table), values);
        int id = transaction.queryFirst(insert, row -> row.integer(1)).orElseThrow();
        return new NewKey(id, secret);
    }

    /** Removes a key; true when there was one. */
    public boolean remove(Transaction transaction, int id) {
        return transaction.update(SqlFragment.of("DELETE FROM " + table + " WHERE id = ?", id)) > 0;
    }

    /**
     * Removes the keys that have been of no use for a day, as Odoo's nightly cleaning does.
     *
     * @return how many there were
     */
    public int removeLongExpired(Transaction transaction) {
        return transaction.update(SqlFragment.of(
                REMOVE_EXPIRED.formatted(table), transaction.now().minusDays(1), transaction.now()));
    }

    /** The hashes of the user's live keys of a scope that begin as the secret does. */
    public List<String> hashes(Transaction transaction, int uid, String secret, String scope) {
        return transaction.query(
                SqlFragment.of(LIVE.formatted(table), uid, index(secret), scope, transaction.now()),
                row -> row.text(1));
    }

    /** The part of a secret that keys are found by. */
    static String index(String secret) {
        return secret.substring(0, Math.min(INDEX_LENGTH, secret.length()));
    }

    private static Object orNull(Optional<?> value, String type) {
        return value.<Object>map(present -> present).orElseGet(() -> new SqlNull(type));
    }
}
