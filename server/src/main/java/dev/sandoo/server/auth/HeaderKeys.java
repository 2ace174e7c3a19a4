package dev.sandoo.server.auth;

import dev.sandoo.server.auth.Verdict.Known;
import dev.sandoo.server.auth.Verdict.Refused;
import dev.sandoo.server.db.Transaction;
import dev.sandoo.server.error.AccessDenied;
import dev.sandoo.server.sql.SqlFragment;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The keys that custom routes take in the header {@code API-KEY}: records of {@code auth.api.key}, and keys that the
 * configuration names. They open those routes and nothing else. Thread-safe.
 */
public final class HeaderKeys {
    private static final String FIND = """
            SELECT user_id, sandoo_hash
              FROM auth_api_key
             WHERE active AND sandoo_hash IS NOT NULL AND starts_with(?, sandoo_index)
             ORDER BY id""";

    /** As much of a key as its row may show, so that not every row must be tried: little of a short one. */
    private static final int MOST_SHOWN = 8;

    private static final int SHOWN_PART = 4;

    private final Authenticator authenticator;
    private final VerifiedSecrets secrets;
    private final List<Configured> configured;

    public HeaderKeys(Authenticator authenticator, VerifiedSecrets secrets, List<Configured> configured) {
        this.authenticator = Objects.requireNonNull(authenticator, "authenticator");
        this.secrets = Objects.requireNonNull(secrets, "secrets");
        this.configured = List.copyOf(configured);
    }

    /** A key that the configuration gives to a user. {@code toString} does not tell it. */
    public record Configured(String name, String login, String key) {
        public Configured {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(login, "login");
            Objects.requireNonNull(key, "key");
        }

        @Override
        public String toString() {
            return "Configured[name=" + name + "]";
        }
    }

    /** What a key's row may show of it. */
    public static String index(String key) {
        return key.substring(0, Math.min(MOST_SHOWN, key.length() / SHOWN_PART));
    }

    private record Row(int uid, String hash) {}

    /** Whose key it is. */
    public Verdict verdict(Transaction transaction, String key) {
        return account(transaction, key).<Verdict>map(Known::new).orElseGet(() -> new Refused(new AccessDenied()));
    }

    private Optional<Account> account(Transaction transaction, String key) {
        if (key.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> login = configuredLogin(key);
        if (login.isPresent()) {
            return authenticator.ofLogin(transaction, login.get());
        }
        return transaction.query(SqlFragment.of(FIND, key), row -> new Row(row.integer(1), row.text(2))).stream()
                .filter(row -> secrets.matches(key, row.hash()))
                .findFirst()
                .flatMap(row -> authenticator.ofSession(transaction, row.uid()));
    }

    /** Looks at all of them, whichever fits: how long it takes tells nothing. */
    private Optional<String> configuredLogin(String key) {
        String found = null;
        for (Configured candidate : configured) {
            boolean same = MessageDigest.isEqual(bytes(candidate.key()), bytes(key));
            found = same ? candidate.login() : found;
        }
        return Optional.ofNullable(found);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
