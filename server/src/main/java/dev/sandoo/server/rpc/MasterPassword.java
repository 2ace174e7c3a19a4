package dev.sandoo.server.rpc;

import dev.sandoo.server.db.Databases;
import dev.sandoo.server.error.AccessDenied;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;

/**
 * The password of those who may make and drop databases. Once changed, its hash is kept with the PostgreSQL server, for every
 * Sandoo on it. Thread-safe.
 */
public final class MasterPassword {
    private static final String SETTING = "master_password";

    private final Databases databases;
    private final byte[] first;
    private final UnaryOperator<String> hasher;
    private final BiPredicate<String, String> matcher;

    /**
     * @param first the password until it is changed
     * @param matcher whether a password has a hash
     */
    public MasterPassword(
            Databases databases, String first, UnaryOperator<String> hasher, BiPredicate<String, String> matcher) {
        this.databases = databases;
        this.first = first.getBytes(StandardCharsets.UTF_8);
        this.hasher = hasher;
        this.matcher = matcher;
    }

    /**
     * Lets the right password pass.
     *
     * @throws AccessDenied for every other value
     */
    void require(Object given) {
        String password = given instanceof String text ? text : "";
        boolean right = databases
                .setting(SETTING)
                .map(hash -> matcher.test(password, hash))
                .orElseGet(() -> MessageDigest.isEqual(password.getBytes(StandardCharsets.UTF_8), first));
        if (!right) {
            throw new AccessDenied();
        }
    }

    /** Whether nobody has changed it yet. */
    boolean isFirst() {
        return databases.setting(SETTING).isEmpty();
    }

    /** Takes another one's place. */
    void change(String password) {
        databases.set(SETTING, hasher.apply(password));
    }

    @Override
    public String toString() {
        return "MasterPassword[]";
    }
}
