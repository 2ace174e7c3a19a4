package dev.sandoo.server.addons.security;

import dev.sandoo.server.error.PythonError;
import dev.sandoo.server.error.PythonFloat;
import dev.sandoo.server.error.PythonRepr;
import dev.sandoo.server.error.ValidationError;
import dev.sandoo.server.orm.Compute;
import dev.sandoo.server.orm.Environment;
import dev.sandoo.server.orm.Records;
import java.math.BigInteger;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How long keys live, where they end: as many days as a user's most generous group allows, or as long as administrators please.
 *
 * <p>Source: recorded scenario {@code auth_keys}, and asked of a real 19.0.
 */
final class KeyLife {
    /** What people have whose groups say nothing, in days. */
    private static final double LEAST_DAYS = 1.0;

    private static final Pattern INTEGER = Pattern.compile("[+-]?\\d+(_\\d+)*", Pattern.UNICODE_CHARACTER_CLASS);
    private static final int MAX_DAYS_BITS = 31;

    private KeyLife() {}

    /** The expiration that a duration means: so many days from today on, never for 0; a negative one leaves it to the user. */
    static void expiration(Records wizards, Compute.Results results) {
        for (Records wizard : wizards) {
            int days = days(wizard.text("duration"));
            LocalDateTime today = wizards.env().now().toLocalDate().atStartOfDay();
            results.set(wizard.id(), "expiration_date", days > 0 ? today.plusDays(days) : null);
        }
    }

    /** A duration's number, as Python reads integers. */
    static int days(String duration) {
        String text = duration.strip();
        if (!INTEGER.matcher(text).matches()) {
            throw PythonError.valueError("invalid literal for int() with base 10: " + PythonRepr.of(duration));
        }
        BigInteger number = new BigInteger(text.replace("_", ""));
        if (number.bitLength() > MAX_DAYS_BITS) {
            throw PythonError.of("OverflowError", "Python int too large to convert to C int");
        }
        return number.intValue();
    }

    /** The moment in UTC when the wizard's key expires, where keys do. */
    static Optional<LocalDateTime> of(Records wizard) {
        return expires(wizard.env()) ? Optional.ofNullable(wizard.moment("expiration_date")) : Optional.empty();
    }

    static void check(Records wizards) {
        wizards.forEach(KeyLife::requireAllowed);
    }

    /**
     * Lets pass what the caller may choose.
     *
     * @throws ValidationError for a key without an end, or with one beyond what the caller's groups allow
     */
    static void requireAllowed(Records wizard) {
        Environment env = wizard.env();
        if (!expires(env) || isAdministrator(env)) {
            return;
        }
        LocalDateTime end =
                of(wizard).orElseThrow(() -> new ValidationError("The API key must have an expiration date"));
        double days = mostDays(env);
        if (end.isAfter(env.now()
                .plus(Duration.ofSeconds(Math.round(days * Duration.ofDays(1).toSeconds()))))) {
            throw new ValidationError("You cannot exceed " + PythonFloat.repr(days) + " days.");
        }
    }

    private static boolean expires(Environment env) {
        return env.version().has("apikeys.expiration");
    }

    /** Whether the caller may choose any life for a key, one without an end included. */
    static boolean isAdministrator(Environment env) {
        return env.caller().isSuperuser() || env.hasGroup("base.group_system");
    }

    /** The longest life of a key that one of the caller's groups allows, in days. */
    static double mostDays(Environment env) {
        double most =
                env.sudo().records("res.groups", env.caller().groupIds()).values("api_key_duration").values().stream()
                        .filter(Number.class::isInstance)
                        .mapToDouble(value -> ((Number) value).doubleValue())
                        .max()
                        .orElse(0);
        return most == 0 ? LEAST_DAYS : most;
    }
}
