package dev.sandoo.server.auth.totp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import dev.sandoo.schema.OdooVersion;
import dev.sandoo.schema.load.SchemaLoader;
import dev.sandoo.server.auth.PasswordHasher;
import dev.sandoo.server.auth.VerifiedSecrets;
import dev.sandoo.server.auth.totp.SecondFactor.Outcome;
import dev.sandoo.server.db.Database;
import dev.sandoo.server.db.TestPostgres;
import dev.sandoo.server.db.Transaction;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Codes and devices over a database. Source: recorded scenario {@code auth_totp}, and asked of the real servers. */
class SecondFactorIT {
    private static final int ADMIN = 2;
    private static final Instant START = Instant.parse("2026-05-01T12:00:10Z");
    private static final byte[] KEY = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
    private static final TotpSecret SECRET =
            TotpSecret.parse("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ").orElseThrow();

    private static final Map<String, OdooVersion> VERSIONS = new ConcurrentHashMap<>();

    @AutoClose
    private Database database;

    @BeforeEach
    void start() {
        database = TestPostgres.fresh("19.0");
    }

    @Test
    void accountAsksForCodesOnceItsAuthenticatorHasProvedItself() {
        assertFalse(is(transaction -> at(transaction, 0).isOn(transaction, ADMIN)));

        assertFalse(is(transaction -> at(transaction, 0).enable(transaction, ADMIN, SECRET, 1)));
        assertFalse(is(transaction -> at(transaction, 0).isOn(transaction, ADMIN)));
        assertTrue(is(transaction -> at(transaction, 0).enable(transaction, ADMIN, SECRET, Long.parseLong(code(0)))));
        assertTrue(is(transaction -> at(transaction, 0).isOn(transaction, ADMIN)));

        run(transaction -> at(transaction, 0).disable(transaction, ADMIN));
        assertFalse(is(transaction -> at(transaction, 0).isOn(transaction, ADMIN)));
        assertEquals(Outcome.WRONG, check(60, code(60)));
    }

    @Test
    void codeCountsOnceAndNotAfterALaterOne() {
        enable();

        assertEquals(Outcome.USED, check(0, code(0)));
        assertEquals(Outcome.RIGHT, check(60, code(60)));
        assertEquals(Outcome.USED, check(60, code(60)));
        assertEquals(Outcome.USED, check(60, code(30)));
        assertEquals(Outcome.RIGHT, check(60, code(90)));
    }

    @Test
    void earlierVersionTakesACodeAgain() {
        database.close();
        database = TestPostgres.fresh("14.0");
        assertTrue(is(
                transaction -> at(transaction, "14.0", 0).enable(transaction, ADMIN, SECRET, Long.parseLong(code(0)))));

        assertEquals(Outcome.RIGHT, check("14.0", 60, code(60)));
        assertEquals(Outcome.RIGHT, check("14.0", 60, code(60)));
    }

    @Test
    void afterFiveWrongCodesTheRightOneIsNotLookedAtForAnHour() {
        enable();
        for (int i = 0; i < 5; i++) {
            assertEquals(Outcome.WRONG, check(60, "00000" + i));
        }

        assertEquals(Outcome.TOO_MANY, check(60, code(60)));
        assertEquals(Outcome.RIGHT, check(3660, code(3660)));
    }

    @Test
    void rightCodeForgetsWrongOnes() {
        enable();
        for (int round = 1; round <= 3; round++) {
            for (int i = 0; i < 4; i++) {
                assertEquals(Outcome.WRONG, check(round * 60, "1"));
            }
            assertEquals(Outcome.RIGHT, check(round * 60, code(round * 60)));
        }
    }

    @Test
    void whatIsNoNumberIsNotCounted() {
        enable();
        for (int i = 0; i < 9; i++) {
            assertEquals(Outcome.NOT_A_NUMBER, check(60, "abc"));
        }

        assertEquals(Outcome.NOT_A_NUMBER, check(60, ""));
        assertEquals(Outcome.RIGHT, check(60, " " + code(60).replaceAll("(...)(...)", "$1 $2")));
    }

    @Test
    void deviceIsTrustedForItsUserUntilItIsForgotten() {
        TrustedDevices devices = devices();
        String key = in(transaction -> devices.trust(transaction, ADMIN, "Firefox/1 (X11; Linux)"));

        assertTrue(is(transaction -> devices.isTrusted(transaction, ADMIN, key)));
        assertFalse(is(transaction -> devices.isTrusted(transaction, ADMIN + 1, key)));
        assertFalse(is(transaction -> devices.isTrusted(transaction, ADMIN, key + "0")));
        assertFalse(is(transaction -> devices.isTrusted(transaction, ADMIN, "")));

        run(transaction -> transaction.execute("DELETE FROM auth_totp_device"));
        assertFalse(is(transaction -> devices.isTrusted(transaction, ADMIN, key)));
    }

    @Test
    void deviceIsTrustedForNinetyDays() {
        TrustedDevices devices = devices();
        String key = in(transaction -> devices.trust(transaction, ADMIN, "x"));

        run(transaction ->
                transaction.execute("UPDATE auth_totp_device SET expiration_date = now() - interval '1 day'"));

        assertFalse(is(transaction -> devices.isTrusted(transaction, ADMIN, key)));
    }

    private static TrustedDevices devices() {
        SecureRandom random = new SecureRandom();
        VerifiedSecrets secrets = new VerifiedSecrets(new PasswordHasher(random, 10), random);
        return new TrustedDevices(SchemaLoader.version("19.0"), secrets, random);
    }

    private void enable() {
        assertTrue(is(transaction -> at(transaction, 0).enable(transaction, ADMIN, SECRET, Long.parseLong(code(0)))));
    }

    private Outcome check(int seconds, String code) {
        return check("19.0", seconds, code);
    }

    private Outcome check(String version, int seconds, String code) {
        return in(transaction -> at(transaction, version, seconds).check(transaction, ADMIN, code));
    }

    private static SecondFactor at(Transaction transaction, int seconds) {
        return at(transaction, "19.0", seconds);
    }

    private static SecondFactor at(Transaction transaction, String version, int seconds) {
        transaction.takesPlaceAt(LocalDateTime.ofInstant(START.plusSeconds(seconds), ZoneOffset.UTC));
        return new SecondFactor(VERSIONS.computeIfAbsent(version, name -> SchemaLoader.version(name)));
    }

    private static String code(int seconds) {
        try {
            return new TimeBasedOneTimePasswordGenerator(Duration.ofSeconds(30))
                    .generateOneTimePasswordString(new SecretKeySpec(KEY, "RAW"), START.plusSeconds(seconds));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private boolean is(Predicate<Transaction> question) {
        return in(question::test);
    }

    private <T> T in(Function<Transaction, T> work) {
        try (Transaction transaction = database.begin()) {
            T result = work.apply(transaction);
            transaction.commit();
            return result;
        }
    }

    private void run(Consumer<Transaction> work) {
        in(transaction -> {
            work.accept(transaction);
            return true;
        });
    }
}
