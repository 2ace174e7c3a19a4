package dev.sandoo.server.wire.xmlrpc;

import dev.sandoo.server.error.PythonError;
import dev.sandoo.server.error.PythonRepr;
import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.Pattern;

/** Numbers as Python's {@code int()} and {@code float()} read them: white space around, digits of any script, {@code 1_000}. */
final class PythonNumbers {
    /** Python's own limit; reading more takes quadratic time. */
    private static final int MAX_DIGITS = 4300;

    private static final int SURE_INT_DIGITS = 9;
    private static final int SURE_LONG_DIGITS = 18;

    private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]+");
    private static final Pattern DECIMAL = Pattern.compile("[+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:e[+-]?[0-9]+)?");
    private static final Pattern SPECIAL = Pattern.compile("[+-]?(?:inf|infinity|nan)");

    private PythonNumbers() {}

    /** An {@link Integer} if it fits, else a {@link Long}, else a {@link BigInteger}. */
    static Number integer(String text) {
        String digits = plain(text);
        if (!INTEGER.matcher(digits).matches()) {
            throw PythonError.valueError("invalid literal for int() with base 10: " + PythonRepr.of(text));
        }
        int count = digits.length() - (Character.isDigit(digits.charAt(0)) ? 0 : 1);
        if (count <= SURE_INT_DIGITS) {
            return Integer.valueOf(digits);
        }
        if (count > MAX_DIGITS) {
            throw PythonError.valueError("Exceeds the limit (" + MAX_DIGITS
                    + " digits) for integer string conversion: value has " + count
                    + " digits; use sys.set_int_max_str_digits() to increase the limit");
        }
        return count <= SURE_LONG_DIGITS ? narrow(Long.parseLong(digits)) : new BigInteger(digits);
    }

    static Double decimal(String text) {
        String number = plain(text).toLowerCase(Locale.ROOT);
        if (SPECIAL.matcher(number).matches()) {
            return special(number);
        }
        if (!DECIMAL.matcher(number).matches()) {
            throw PythonError.valueError("could not convert string to float: " + PythonRepr.of(text));
        }
        return Double.valueOf(number);
    }

    private static Number narrow(long value) {
        if (value == (int) value) {
            return (int) value;
        }
        return value;
    }

    private static double special(String number) {
        if (number.endsWith("nan")) {
            return Double.NaN;
        }
        return number.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }

    /** The text without white space around and underscores inside, its digits written 0 to 9. */
    private static String plain(String text) {
        String stripped = text.strip();
        if (isAsciiWithoutUnderscore(stripped)) {
            return stripped;
        }
        StringBuilder plain = new StringBuilder(stripped.length());
        for (int i = 0; i < stripped.length(); i++) {
            char c = stripped.charAt(i);
            if (c == '_' && isDigitAt(stripped, i - 1) && isDigitAt(stripped, i + 1)) {
                continue;
            }
            plain.append(Character.isDigit(c) ? (char) ('0' + Character.digit(c, 10)) : c);
        }
        return plain.toString();
    }

    private static boolean isAsciiWithoutUnderscore(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0x7f || text.charAt(i) == '_') {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigitAt(String text, int index) {
        return index >= 0 && index < text.length() && Character.isDigit(text.charAt(index));
    }
}
