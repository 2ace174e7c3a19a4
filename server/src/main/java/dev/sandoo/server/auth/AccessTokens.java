package dev.sandoo.server.auth;

import dev.sandoo.server.auth.Verdict.Known;
import dev.sandoo.server.auth.Verdict.Refused;
import dev.sandoo.server.db.Transaction;
import dev.sandoo.server.error.AccessDenied;
import dev.sandoo.server.sql.SqlFragment;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;

/**
 * Tokens that stand for an API key for an hour, so that the key itself travels once. A token ends with its key: when that is
 * deleted or expires, or its user is archived, the token is refused. Only a digest is stored. Thread-safe.
 */
public final class AccessTokens {
    /** How long a token counts. */
    public static final Duration LIFE = Duration.ofHours(1);

    private static final int BYTES = 32;

    private static final String INSERT =
            "INSERT INTO sandoo_access_token (digest, uid, key_id, expires) VALUES (?, ?, ?, ?)";
    private static final String CLEAR = "DELETE FROM sandoo_access_token WHERE expires <= ?";
    private static final String FIND = """
            SELECT uid, key_id FROM sandoo_access_token WHERE digest = ? AND expires > ?""";

    private final Authenticator authenticator;
    private final SecureRandom random;

    public AccessTokens(Authenticator authenticator, SecureRandom random) {
        this.authenticator = Objects.requireNonNull(authenticator, "authenticator");
        this.random = Objects.requireNonNull(random, "random");
    }

    /**
     * A token for the key that an account was proved by; tokens that have ended are cleared away.
     *
     * @throws IllegalArgumentException when it was proved by something else
     */
    public String issue(Transaction transaction, Account account) {
        int key = account.key()
                .orElseThrow(() -> new IllegalArgumentException("a token stands for a key"))
                .id();
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        transaction.update(SqlFragment.of(CLEAR, transaction.now()));
        transaction.update(SqlFragment.of(
                INSERT, digest(token), account.uid(), key, transaction.now().plus(LIFE)));
        return token;
    }

    private record Holder(int uid, int key) {}

    /** Whose token it is. An API key will do as well. */
    public Verdict verdict(Transaction transaction, String token) {
        Optional<Holder> holder = transaction.queryFirst(
                SqlFragment.of(FIND, digest(token), transaction.now()),
                row -> new Holder(row.integer(1), row.integer(2)));
        if (holder.isEmpty()) {
            return authenticator.byKey(transaction, token);
        }
        return authenticator
                .byKeyId(transaction, holder.get().uid(), holder.get().key())
                .<Verdict>map(Known::new)
                .orElseGet(() -> new Refused(new AccessDenied()));
    }

    private static String digest(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("the Java runtime lacks SHA-256", e);
        }
    }
}
