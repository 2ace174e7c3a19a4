package dev.sandoo.server.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sandoo.server.auth.session.SessionToken;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tokens that forms carry, so that no other site can post them. A token is an HMAC of its last moment under the session's own
 * token, which other sites cannot read and no script sees: nothing needs to be stored, and every node knows them. Thread-safe.
 */
final class CsrfTokens {
    private static final String HMAC = "HmacSHA256";
    private static final int BYTES = 20;
    private static final Pattern TOKEN = Pattern.compile("([0-9a-f]{40})o([0-9]{1,12})");
    private static final Duration LIFE = Duration.ofDays(7);

    private final Clock clock;

    CsrfTokens(Clock clock) {
        this.clock = clock;
    }

    /** A token for the forms of a session. */
    String of(SessionToken session) {
        long end = clock.instant().plus(LIFE).getEpochSecond();
        return hash(session, end) + "o" + end;
    }

    /** Whether the token was made for this session and its time is not over. */
    boolean isOf(SessionToken session, String token) {
        Matcher parts = TOKEN.matcher(token);
        if (!parts.matches()) {
            return false;
        }
        long end = Long.parseLong(parts.group(2));
        boolean right = MessageDigest.isEqual(
                hash(session, end).getBytes(UTF_8), parts.group(1).getBytes(UTF_8));
        return right && clock.instant().isBefore(Instant.ofEpochSecond(end));
    }

    private static String hash(SessionToken session, long end) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(session.value().getBytes(UTF_8), HMAC));
            return HexFormat.of().formatHex(Arrays.copyOf(mac.doFinal(("csrf" + end).getBytes(UTF_8)), BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the Java runtime lacks " + HMAC, e);
        }
    }
}
