package dev.sandoo.server.sql;

/** Quotes identifiers. They come from the registry, never from a request; whatever looks odd is refused all the same. */
public final class Identifiers {
    private static final int LONGEST = 63;

    private Identifiers() {}

    /**
     * The identifier in double quotes.
     *
     * @throws IllegalArgumentException when it is not a plain name of at most 63 characters
     */
    public static String quote(String name) {
        if (!isPlain(name)) {
            throw new IllegalArgumentException("not an SQL identifier: " + name);
        }
        return '"' + name + '"';
    }

    // A loop, not a pattern: every statement quotes dozens of names.
    private static boolean isPlain(String name) {
        if (name.isEmpty() || name.length() > LONGEST || !isFirst(name.charAt(0))) {
            return false;
        }
        for (int i = 1; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!isFirst(c) && !(c >= '0' && c <= '9') && c != '$') {
                return false;
            }
        }
        return true;
    }

    private static boolean isFirst(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
    }
}
