package dev.sandoo.server.field;

import dev.sandoo.server.error.PythonError;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Reads base64 as Python's {@code b64decode} does: strangers among the letters are passed over, missing padding is not. */
public final class PythonBase64 {
    private PythonBase64() {}

    /**
     * The bytes behind a wire value that stands for base64.
     *
     * @throws PythonError a {@code binascii.Error} or {@code TypeError} with Python's words
     */
    public static byte[] decode(Object wire) {
        if (wire instanceof byte[] bytes) {
            return decode(new String(bytes, StandardCharsets.ISO_8859_1));
        }
        if (!(wire instanceof String text)) {
            throw PythonError.typeError("argument should be a bytes-like object or ASCII string, not '"
                    + PythonValues.typeName(wire) + "'");
        }
        if (text.chars().anyMatch(c -> c > 0x7f)) {
            throw PythonError.valueError("string argument should contain only ASCII characters");
        }
        return decode(text);
    }

    private static byte[] decode(String text) {
        StringBuilder letters = new StringBuilder(text.length());
        int padding = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '=') {
                padding++;
                if (letters.length() % 4 > 1 && letters.length() % 4 + padding >= 4) {
                    break;
                }
            } else if (isLetter(c)) {
                letters.append(c);
                padding = 0;
            }
        }
        int rest = letters.length() % 4;
        if (rest == 1) {
            throw PythonError.of(
                    "binascii.Error",
                    "Invalid base64-encoded string: number of data characters (" + letters.length()
                            + ") cannot be 1 more than a multiple of 4");
        }
        if (rest + padding < 4 && rest != 0) {
            throw PythonError.of("binascii.Error", "Incorrect padding");
        }
        return Base64.getDecoder().decode(letters.toString());
    }

    private static boolean isLetter(char c) {
        return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '+' || c == '/';
    }
}
