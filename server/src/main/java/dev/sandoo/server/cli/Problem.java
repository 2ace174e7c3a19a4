package dev.sandoo.server.cli;

import java.util.Objects;

/**
 * One bad setting.
 *
 * @param where the source: a flag, a variable, a line of the file
 * @param wrong what is wrong with it
 * @param remedy what to do about it
 */
record Problem(String where, String wrong, String remedy) {
    Problem {
        Objects.requireNonNull(where, "where");
        Objects.requireNonNull(wrong, "wrong");
        Objects.requireNonNull(remedy, "remedy");
    }

    /** The problem in one line. */
    String line() {
        return where + ": " + wrong + "; " + remedy;
    }
}
