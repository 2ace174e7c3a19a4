package dev.sandoo.server.wire;

/** What a dialect writes in place of single characters of a text. */
public final class Escapes {
    private static final int ASCII = 128;
    private static final char DEL = 0x7f;

    private final String[] ascii;
    private final boolean asciiOnly;

    private Escapes(String[] ascii, boolean asciiOnly) {
        this.ascii = ascii;
        this.asciiOnly = asciiOnly;
    }

    /** Every character as it is. */
    public static Escapes none() {
        return new Escapes(new String[ASCII], false);
    }

    /** The same with another text, which may be empty, for an ASCII character. */
    public Escapes with(char character, String replacement) {
        String[] more = ascii.clone();
        more[character] = replacement;
        return new Escapes(more, asciiOnly);
    }

    /** The same with <code>&#92;uXXXX</code> for everything beyond ASCII. */
    public Escapes asciiOnly() {
        // Python counts DEL among what needs an escape.
        return new Escapes(with(DEL, "\\u007f").ascii, true);
    }

    /** Null for a character that stands for itself. */
    String of(char character) {
        if (character < ASCII) {
            return ascii[character];
        }
        return asciiOnly ? String.format("\\u%04x", (int) character) : null;
    }
}
