package dev.sandoo.server.auth.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;

/** The secret by which a browser is known again. {@code toString} never tells it. */
public record SessionToken(String value) {
    public SessionToken {
        Objects.requireNonNull(value, "value");
    }

    /** What the database keeps instead of the token. */
    public String digest() {
        return HexFormat.of().formatHex(sha256(value));
    }

    static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("the Java runtime lacks SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "SessionToken[]";
    }
}
