package dev.sandoo.server.journal;

import java.util.Objects;

/**
 * A name, or a pattern in which {@code *} stands for any number of characters.
 *
 * @param pattern as it was given
 */
public record Glob(String pattern) {
    public Glob {
        Objects.requireNonNull(pattern, "pattern");
    }

    /** Whether the name fits. Takes time in proportion to both lengths at most. */
    public boolean matches(String name) {
        int p = 0;
        int n = 0;
        int star = -1;
        int retry = 0;
        while (n < name.length()) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                retry = n;
            } else if (p < pattern.length() && pattern.charAt(p) == name.charAt(n)) {
                p++;
                n++;
            } else if (star >= 0) {
                p = star + 1;
                n = ++retry;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }

    @Override
    public String toString() {
        return pattern;
    }
}
