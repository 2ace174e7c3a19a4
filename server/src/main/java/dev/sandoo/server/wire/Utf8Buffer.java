package dev.sandoo.server.wire;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A growing piece of UTF-8, written without an intermediate string: answers may hold thousands of records. Serves one answer.
 */
public final class Utf8Buffer {
    private static final int FIRST_SIZE = 4 << 10;
    private static final int LONGEST_INT = 11;
    private static final int LONGEST_CHARACTER = 4;

    private final Escapes escapes;
    private byte[] bytes = new byte[FIRST_SIZE];
    private int length;

    public Utf8Buffer(Escapes escapes) {
        this.escapes = escapes;
    }

    /** Bytes as they are. */
    public void raw(byte[] more) {
        reserve(more.length);
        System.arraycopy(more, 0, bytes, length, more.length);
        length += more.length;
    }

    /** Text that is known to be ASCII and to need no escapes. */
    public void ascii(String text) {
        reserve(text.length());
        for (int i = 0; i < text.length(); i++) {
            bytes[length++] = (byte) text.charAt(i);
        }
    }

    /** A number in decimal. */
    public void number(int value) {
        reserve(LONGEST_INT);
        if (value >= 0 && value < 10) {
            bytes[length++] = (byte) ('0' + value);
        } else {
            ascii(Integer.toString(value));
        }
    }

    /** Text of any kind, with this buffer's escapes. */
    public void text(String text) {
        reserve(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            String escape = escapes.of(c);
            if (escape != null) {
                ascii(escape);
                reserve(text.length() - i);
            } else if (c < 0x80) {
                bytes[length++] = (byte) c;
            } else {
                i += beyondAscii(text, i);
                reserve(text.length() - i);
            }
        }
    }

    /** What was written so far; not a copy. */
    public ByteBuffer toByteBuffer() {
        return ByteBuffer.wrap(bytes, 0, length);
    }

    /** Returns 1 if the character takes two {@code char}s. Half a pair of surrogates is no character: a question mark. */
    private int beyondAscii(String text, int index) {
        reserve(LONGEST_CHARACTER);
        int point = text.codePointAt(index);
        if (point < 0x800) {
            bytes[length++] = (byte) (0xc0 | point >> 6);
        } else if (point >= 0x10000) {
            bytes[length++] = (byte) (0xf0 | point >> 18);
            continuation(point >> 12);
            continuation(point >> 6);
        } else if (Character.isSurrogate((char) point)) {
            bytes[length++] = '?';
            return 0;
        } else {
            bytes[length++] = (byte) (0xe0 | point >> 12);
            continuation(point >> 6);
        }
        continuation(point);
        return point >= 0x10000 ? 1 : 0;
    }

    private void continuation(int bits) {
        bytes[length++] = (byte) (0x80 | bits & 0x3f);
    }

    private void reserve(int more) {
        if (bytes.length - length < more) {
            long doubled = Math.min(bytes.length * 2L, Integer.MAX_VALUE - 8);
            bytes = Arrays.copyOf(bytes, (int) Math.max(Math.addExact(length, more), doubled));
        }
    }
}
