package dev.sandoo.server.wire.xmlrpc;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** A growing piece of UTF-8 text, written without an intermediate string: answers may hold thousands of records. */
final class XmlBuffer {
    private static final int FIRST_SIZE = 4 << 10;
    private static final int MAX_CHAR_BYTES = 3;
    private static final int MAX_INT_CHARS = 11;

    private final boolean dropsControlCharacters;
    private byte[] bytes = new byte[FIRST_SIZE];
    private int length;

    XmlBuffer(boolean dropsControlCharacters) {
        this.dropsControlCharacters = dropsControlCharacters;
    }

    /** Markup, as it is. */
    void raw(byte[] markup) {
        reserve(markup.length);
        System.arraycopy(markup, 0, bytes, length, markup.length);
        length += markup.length;
    }

    void number(int value) {
        reserve(MAX_INT_CHARS);
        if (value >= 0 && value < 10) {
            bytes[length++] = (byte) ('0' + value);
            return;
        }
        ascii(Integer.toString(value));
    }

    /** Text that is known to be plain ASCII without markup. */
    void ascii(String text) {
        reserve(text.length());
        for (int i = 0; i < text.length(); i++) {
            bytes[length++] = (byte) text.charAt(i);
        }
    }

    /** Text of any kind; the three characters that Python's xmlrpc.client escapes are escaped. */
    void text(String text) {
        reserve(text.length());
        int i = 0;
        for (; i < text.length() && isPlain(text.charAt(i)); i++) {
            bytes[length++] = (byte) text.charAt(i);
        }
        if (i < text.length()) {
            rest(text, i);
        }
    }

    ByteBuffer toByteBuffer() {
        return ByteBuffer.wrap(bytes, 0, length);
    }

    private static boolean isPlain(char c) {
        return c >= ' ' && c < 0x80 && c != '<' && c != '>' && c != '&';
    }

    private void rest(String text, int start) {
        for (int i = start; i < text.length(); i++) {
            reserve(2 * MAX_CHAR_BYTES);
            char c = text.charAt(i);
            switch (c) {
                case '<' -> ascii("&lt;");
                case '>' -> ascii("&gt;");
                case '&' -> ascii("&amp;");
                default -> {
                    if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                        i++;
                        point(Character.toCodePoint(c, text.charAt(i)));
                    } else {
                        character(c);
                    }
                }
            }
        }
    }

    private void character(char c) {
        if (Character.isSurrogate(c)) {
            bytes[length++] = '?';
        } else if (c >= ' ' || !dropsControlCharacters || c == '\n' || c == '\t' || c == '\r') {
            point(c);
        }
    }

    private void point(int point) {
        if (point < 0x80) {
            bytes[length++] = (byte) point;
        } else if (point < 0x800) {
            bytes[length++] = (byte) (0xc0 | point >> 6);
            bytes[length++] = (byte) (0x80 | point & 0x3f);
        } else if (point < 0x10000) {
            bytes[length++] = (byte) (0xe0 | point >> 12);
            bytes[length++] = (byte) (0x80 | point >> 6 & 0x3f);
            bytes[length++] = (byte) (0x80 | point & 0x3f);
        } else {
            bytes[length++] = (byte) (0xf0 | point >> 18);
            bytes[length++] = (byte) (0x80 | point >> 12 & 0x3f);
            bytes[length++] = (byte) (0x80 | point >> 6 & 0x3f);
            bytes[length++] = (byte) (0x80 | point & 0x3f);
        }
    }

    private void reserve(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(Math.addExact(length, more), grown()));
        }
    }

    private int grown() {
        return (int) Math.min(bytes.length * 2L, Integer.MAX_VALUE - 8);
    }
}
