package dev.sandoo.server.auth.totp;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret that a user's authenticator shares, and the codes that follow from it: six digits that change every thirty
 * seconds, by HMAC-SHA-1. {@code toString} does not tell it.
 *
 * <p>Source: RFC 6238, RFC 4648 (base32), and the {@code otpauth} address of the recorded scenario {@code auth_totp}.
 */
public final class TotpSecret {
    private static final int BYTES = 20;
    private static final int DIGITS = 6;
    private static final Duration STEP = Duration.ofSeconds(30);

    /** How many steps a client's clock may be off, either way. */
    private static final int TOLERANCE = 1;

    private static final TimeBasedOneTimePasswordGenerator CODES = new TimeBasedOneTimePasswordGenerator(STEP, DIGITS);

    private final byte[] bytes;

    private TotpSecret(byte[] bytes) {
        this.bytes = bytes;
    }

    /** A new secret. */
    public static TotpSecret random(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new TotpSecret(bytes);
    }

    /** The secret that a base32 text, with or without blanks, stands for; empty for any other text. */
    public static Optional<TotpSecret> parse(String text) {
        String letters = text.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
        return Base32.decode(letters).filter(bytes -> bytes.length > 0).map(TotpSecret::new);
    }

    /** As it is stored: base32 in capitals. */
    public String base32() {
        return Base32.encode(bytes);
    }

    /** As people read it: groups of four. */
    public String readable() {
        return base32().replaceAll("(.{4})(?!$)", "$1 ");
    }

    /**
     * The step of time whose code this is, if that step is about now.
     *
     * @param code as a number: leading zeros do not matter
     */
    public OptionalLong stepOf(long code, Instant now) {
        long current = now.getEpochSecond() / STEP.toSeconds();
        long found = -1;
        for (long step = current - TOLERANCE; step <= current + TOLERANCE; step++) {
            found = code(step) == code ? step : found; // no early end: how long it takes tells nothing
        }
        return found < 0 ? OptionalLong.empty() : OptionalLong.of(found);
    }

    private long code(long step) {
        try {
            return CODES.generateOneTimePassword(
                    new SecretKeySpec(bytes, CODES.getAlgorithm()), Instant.ofEpochSecond(step * STEP.toSeconds()));
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("any bytes are a key for " + CODES.getAlgorithm(), e);
        }
    }

    /**
     * The address that authenticator apps read from a QR code.
     *
     * @param base32 the secret without blanks
     * @param issuer who asks for codes
     * @param account the user's login
     */
    public static String url(String base32, String issuer, String account) {
        Objects.requireNonNull(issuer, "issuer");
        return "otpauth://totp/" + encoded(issuer) + ":" + encoded(account) + "?secret=" + base32 + "&issuer="
                + encoded(issuer) + "&algorithm=SHA1&digits=" + DIGITS + "&period=" + STEP.toSeconds();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public String toString() {
        return "TotpSecret[]";
    }
}
