package dev.sandoo.server.document;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** What somebody who mistyped a name may have meant. */
public final class Suggestion {
    private Suggestion() {}

    /** A remedy that names the nearest known name, or all of them when none is near. */
    public static String among(Collection<String> known, String typed) {
        return nearest(known, typed).orElseGet(() -> "known are " + String.join(", ", known));
    }

    /** A remedy that names the nearest known name, if any is near. */
    public static Optional<String> nearest(Collection<String> known, String typed) {
        return known.stream()
                .filter(name -> distance(name, typed) <= Math.max(2, name.length() / 3))
                .min(Comparator.comparingInt(name -> distance(name, typed)))
                .map(name -> "did you mean " + name + "?");
    }

    /** The sentence with a remedy, where there is anything that may have been meant. */
    public static String added(String sentence, Collection<String> known, String typed) {
        return known.isEmpty() ? sentence : sentence + "; " + among(known, typed);
    }

    /** How many letters must be added, dropped or changed to make one name the other; case and kind of dash count nothing. */
    private static int distance(String one, String other) {
        String from = plain(one);
        String to = plain(other);
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int changed = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
