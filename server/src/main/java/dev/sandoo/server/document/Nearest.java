package dev.sandoo.server.document;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that somebody who wrote another one may have meant. */
public final class Nearest {
    private static final int MOST_LISTED = 12;

    private Nearest() {}

    /** Such as {@code ; did you mean name?}, or the names there are when none is near and they are few. */
    public static String hint(String written, Collection<String> known) {
        String few = known.isEmpty() || known.size() > MOST_LISTED ? "" : "; there are " + String.join(", ", known);
        return of(written, known).map(name -> "; did you mean " + name + "?").orElse(few);
    }

    /** The name that is nearest; empty when none is near. */
    public static Optional<String> of(String written, Collection<String> known) {
        return known.stream()
                .filter(name -> isNear(name, written))
                .min(Comparator.comparingInt((String name) -> distance(name, written))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** A name with all of its letters changed is another one. */
    private static boolean isNear(String name, String written) {
        int distance = distance(name, written);
        return distance <= Math.max(2, name.length() / 4) && distance < name.length();
    }

    private static int distance(String one, String other) {
        String from = one.toLowerCase(Locale.ROOT);
        String to = other.toLowerCase(Locale.ROOT);
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
}
