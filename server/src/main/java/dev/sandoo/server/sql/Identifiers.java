package dev.sandoo.server.sql;

import java.util.regex.Pattern;

/** Quotes identifiers. They come from the registry, never from a request; whatever looks odd is refused all the same. */
public final class Identifiers {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_$]{0,62}");

    private Identifiers() {}

    /**
     * The identifier in double quotes.
     *
     * @throws IllegalArgumentException when it is not a plain name of at most 63 characters
     */
    public static String quote(String name) {
        if (!PLAIN.matcher(name).matches()) {
            throw new IllegalArgumentException("not an SQL identifier: " + name);
        }
        return '"' + name + '"';
    }
}
