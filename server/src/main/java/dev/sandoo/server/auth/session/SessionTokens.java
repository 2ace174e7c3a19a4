package dev.sandoo.server.auth.session;

import dev.sandoo.schema.OdooVersion;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Makes tokens that look as the version's do. The first characters are a mark of the database, so that any node finds the
 * database of a session it has never seen without a table above all databases; the rest is random. Thread-safe.
 */
public final class SessionTokens {
    private static final int MARK_LENGTH = 8;
    private static final int HEX_LENGTH = 40;
    private static final int LONG_LENGTH = 84;
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{40,128}");

    private final SecureRandom random;
    private final boolean hexadecimal;

    public SessionTokens(OdooVersion version, SecureRandom random) {
        this.random = random;
        this.hexadecimal = version.has("sessions.hex-tokens");
    }

    /** A new token for a session in this database. */
    public SessionToken make(String database) {
        byte[] bytes = new byte[LONG_LENGTH];
        random.nextBytes(bytes);
        int length = hexadecimal ? HEX_LENGTH : LONG_LENGTH;
        return new SessionToken((mark(database) + encode(bytes)).substring(0, length));
    }

    /** The token that a cookie holds; empty for what can be none. */
    public Optional<SessionToken> parse(String cookie) {
        return TOKEN.matcher(cookie).matches() ? Optional.of(new SessionToken(cookie)) : Optional.empty();
    }

    /** Whether the token was made for this database, or for one whose mark is the same by chance. */
    public boolean isOf(SessionToken token, String database) {
        return token.value().startsWith(mark(database));
    }

    private String mark(String database) {
        return encode(Arrays.copyOf(SessionToken.sha256(database), MARK_LENGTH)).substring(0, MARK_LENGTH);
    }

    private String encode(byte[] bytes) {
        return hexadecimal
                ? HexFormat.of().formatHex(bytes)
                : Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
