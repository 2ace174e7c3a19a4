package dev.sandoo.server.error;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** How Python prints a float: the shortest decimal that reads back as the same number. */
public final class PythonFloat {
    /** Any two decimals of so many digits are different doubles: the first that fits is the shortest. */
    private static final int SAFE_DIGITS = 15;

    private static final int ENOUGH_DIGITS = 17;
    private static final double SAFE_LIMIT = 1e15;
    private static final long[] POWERS_OF_TEN = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000};

    private static final int SMALLEST_PLAIN_EXPONENT = -4;
    private static final int LARGEST_PLAIN_EXPONENT = 15;

    private PythonFloat() {}

    /** Python's {@code repr(value)}, such as {@code 1.5}, {@code 1e-05}, {@code inf}. */
    public static String repr(double value) {
        if (Double.isNaN(value)) {
            return "nan";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        }
        if (value == 0) {
            return 1 / value < 0 ? "-0.0" : "0.0";
        }
        String few = withFewDecimals(value);
        return few != null ? few : format(shortest(value));
    }

    /** Prices and quantities take this way: no big decimals. Null when the number has more than six decimals. */
    private static String withFewDecimals(double value) {
        for (int decimals = 0; decimals < POWERS_OF_TEN.length; decimals++) {
            double scaled = Math.rint(value * POWERS_OF_TEN[decimals]);
            if (Math.abs(scaled) >= SAFE_LIMIT) {
                return null;
            }
            if (scaled / POWERS_OF_TEN[decimals] == value) {
                return Math.abs(value) < 1e-4 ? null : plain((long) scaled, decimals);
            }
        }
        return null;
    }

    private static String plain(long scaled, int decimals) {
        if (decimals == 0) {
            return scaled + ".0";
        }
        String digits = Long.toString(Math.abs(scaled));
        int missing = decimals + 1 - digits.length();
        String padded = missing > 0 ? "0".repeat(missing) + digits : digits;
        int point = padded.length() - decimals;
        return (scaled < 0 ? "-" : "") + padded.substring(0, point) + "." + padded.substring(point);
    }

    private static BigDecimal shortest(double value) {
        BigDecimal exact = new BigDecimal(value);
        int first = Math.abs(value) < Double.MIN_NORMAL ? 1 : SAFE_DIGITS;
        for (int digits = first; digits < ENOUGH_DIGITS; digits++) {
            BigDecimal best = nearest(exact, digits, value);
            if (best != null) {
                return best.stripTrailingZeros();
            }
        }
        return exact.round(new MathContext(ENOUGH_DIGITS, RoundingMode.HALF_EVEN))
                .stripTrailingZeros();
    }

    /**
     * Of the two decimals of this length around a number, the nearer one that reads back as the number; null if neither does.
     * Both have to be tried: beside a power of two the nearer one may be another double and the farther one not.
     */
    private static BigDecimal nearest(BigDecimal exact, int digits, double value) {
        BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
        if (rounded.doubleValue() == value) {
            return rounded;
        }
        RoundingMode other = rounded.abs().compareTo(exact.abs()) > 0 ? RoundingMode.DOWN : RoundingMode.UP;
        BigDecimal farther = exact.round(new MathContext(digits, other));
        return farther.doubleValue() == value ? farther : null;
    }

    private static String format(BigDecimal value) {
        int exponent = value.precision() - value.scale() - 1;
        if (exponent >= SMALLEST_PLAIN_EXPONENT && exponent <= LARGEST_PLAIN_EXPONENT) {
            String digits = value.toPlainString();
            return digits.indexOf('.') < 0 ? digits + ".0" : digits;
        }
        String digits = value.unscaledValue().abs().toString();
        StringBuilder out = new StringBuilder(value.signum() < 0 ? "-" : "").append(digits.charAt(0));
        if (digits.length() > 1) {
            out.append('.').append(digits, 1, digits.length());
        }
        out.append('e').append(exponent < 0 ? '-' : '+');
        return out.append(Math.abs(exponent) < 10 ? "0" : "")
                .append(Math.abs(exponent))
                .toString();
    }
}
