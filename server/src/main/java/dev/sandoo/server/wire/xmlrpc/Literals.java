package dev.sandoo.server.wire.xmlrpc;

import dev.sandoo.server.error.PythonError;
import dev.sandoo.server.error.PythonRepr;
import dev.sandoo.server.rpc.WireDateTime;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The texts of booleans, times and bytes, read as Python's {@code xmlrpc.client} reads them, with its errors. */
final class Literals {
    private static final Pattern DATE_TIME =
            Pattern.compile("(\\d{4})(1[0-2]|0[1-9]|[1-9])(3[01]|[12]\\d|0[1-9]|[1-9])T"
                    + "(2[0-3]|[01]\\d|\\d):([0-5]\\d|\\d):(6[01]|[0-5]\\d|\\d)");

    private static final String FORMAT = "%Y%m%dT%H:%M:%S";
    private static final int LONGEST_MINUTE = 59;

    private Literals() {}

    static boolean truth(String text) {
        return switch (text) {
            case "1" -> true;
            case "0" -> false;
            default -> throw PythonError.typeError("bad boolean value");
        };
    }

    static LocalDateTime dateTime(String text) {
        Matcher matcher = DATE_TIME.matcher(text);
        if (!matcher.lookingAt()) {
            throw PythonError.valueError(
                    "time data " + PythonRepr.of(text) + " does not match format '" + FORMAT + "'");
        }
        if (matcher.end() < text.length()) {
            throw PythonError.valueError("unconverted data remains: " + text.substring(matcher.end()));
        }
        if (number(matcher, 6) > LONGEST_MINUTE) {
            throw PythonError.valueError("second must be in 0..59");
        }
        if (number(matcher, 1) == 0) {
            throw PythonError.valueError("year 0 is out of range");
        }
        try {
            return LocalDateTime.of(
                    number(matcher, 1),
                    number(matcher, 2),
                    number(matcher, 3),
                    number(matcher, 4),
                    number(matcher, 5),
                    number(matcher, 6));
        } catch (DateTimeException error) {
            throw PythonError.valueError("day is out of range for month");
        }
    }

    static WireDateTime unreadDateTime(String text) {
        return new WireDateTime(text.strip());
    }

    /** Everything that is no letter of base64 is passed over, as white space and line ends are. */
    static byte[] base64(String text) {
        byte[] letters = new byte[text.length()];
        int count = 0;
        int padding = 0;
        for (int i = 0; i < text.length() && (padding == 0 || (count + padding) % 4 != 0); i++) {
            char c = text.charAt(i);
            if (c > 0x7f) {
                throw notAscii(c, i);
            }
            if (isLetter(c)) {
                letters[count++] = (byte) c;
                padding = 0;
            } else if (c == '=' && count % 4 >= 2) {
                padding++;
            }
        }
        checkPadding(count, padding);
        return Base64.getDecoder().decode(Arrays.copyOf(letters, count));
    }

    private static void checkPadding(int count, int padding) {
        if (count % 4 == 1) {
            throw binasciiError("Invalid base64-encoded string: number of data characters (" + count
                    + ") cannot be 1 more than a multiple of 4");
        }
        if ((count + padding) % 4 != 0) {
            throw binasciiError("Incorrect padding");
        }
    }

    private static boolean isLetter(char c) {
        return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '+' || c == '/';
    }

    private static PythonError binasciiError(String message) {
        return PythonError.of("binascii.Error", message);
    }

    private static PythonError notAscii(char c, int position) {
        String code = c <= 0xff ? String.format("\\x%02x", (int) c) : String.format("\\u%04x", (int) c);
        return PythonError.of(
                "UnicodeEncodeError",
                "'ascii' codec can't encode character '" + code + "' in position " + position
                        + ": ordinal not in range(128)");
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }
}
