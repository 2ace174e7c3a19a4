package dev.sandoo.server.orm;

import java.util.List;
import java.util.Optional;

/**
 * What newer Pythons suggest for a keyword that a function does not know: the parameter whose name is nearest, if one is near.
 * Source: Python's documentation of its error messages, and answers of a 19.0.
 */
final class PythonSuggestion {
    private static final int MOVE = 2;
    private static final int CASE = 1;
    private static final int LONGEST = 40;

    private PythonSuggestion() {}

    /** The nearest of the names. */
    static Optional<String> of(String given, List<String> names) {
        Optional<String> nearest = Optional.empty();
        int least = Integer.MAX_VALUE;
        for (String name : names) {
            int most = Math.min((given.length() + name.length() + 3) * MOVE / 6, least - 1);
            int distance = distance(given, name);
            if (distance <= most) {
                nearest = Optional.of(name);
                least = distance;
            }
        }
        return nearest;
    }

    /** The cheapest way from one text to the other, letter by letter. */
    private static int distance(String from, String to) {
        if (from.length() > LONGEST || to.length() > LONGEST) {
            return Integer.MAX_VALUE;
        }
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j * MOVE;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i * MOVE;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = diagonal + cost(from.charAt(i - 1), to.charAt(j - 1));
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + MOVE);
            }
        }
        return row[to.length()];
    }

    private static int cost(char one, char other) {
        if (one == other) {
            return 0;
        }
        return Character.toLowerCase(one) == Character.toLowerCase(other) ? CASE : MOVE;
    }
}
