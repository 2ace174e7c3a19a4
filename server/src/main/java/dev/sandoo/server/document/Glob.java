package dev.sandoo.server.document;

import java.util.Objects;

/** A pattern for names: {@code *} stands for any number of characters, {@code ?} for one; letters are compared as they are. */
public record Glob(String text) {
    public Glob {
        Objects.requireNonNull(text, "text");
    }

    /** Whether it stands for one name only, which is then its text. */
    public boolean isName() {
        return text.indexOf('*') < 0 && text.indexOf('?') < 0;
    }

    /** Whether the name fits. Takes time in proportion to both lengths at most, whatever the pattern. */
    public boolean fits(String name) {
        int at = 0;
        int star = -1;
        int retry = 0;
        for (int n = 0; n < name.length(); ) {
            if (at < text.length() && text.charAt(at) == '*') {
                star = at++;
                retry = n;
            } else if (at < text.length() && (text.charAt(at) == '?' || text.charAt(at) == name.charAt(n))) {
                at++;
                n++;
            } else if (star >= 0) {
                at = star + 1;
                n = ++retry;
            } else {
                return false;
            }
        }
        return text.substring(at).chars().allMatch(letter -> letter == '*');
    }

    @Override
    public String toString() {
        return text;
    }
}
