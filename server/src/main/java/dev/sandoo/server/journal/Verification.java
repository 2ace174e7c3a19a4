package dev.sandoo.server.journal;

import java.util.Objects;

/**
 * How many calls of a kind there should have been.
 *
 * @param least how many at least
 * @param most how many at most
 */
public record Verification(CallFilter calls, long least, long most) {
    public Verification {
        Objects.requireNonNull(calls, "calls");
        if (least < 0 || most < least) {
            throw new IllegalArgumentException("between " + least + " and " + most + " calls there is no number");
        }
    }

    public static Verification exactly(long count, CallFilter calls) {
        return new Verification(calls, count, count);
    }

    public static Verification atLeast(long count, CallFilter calls) {
        return new Verification(calls, count, Long.MAX_VALUE);
    }

    public static Verification atMost(long count, CallFilter calls) {
        return new Verification(calls, 0, count);
    }

    public static Verification never(CallFilter calls) {
        return exactly(0, calls);
    }

    /** Judges the calls of a database. */
    Verdict judge(Journal.Found all) {
        return Verdict.of(this, all);
    }

    boolean allows(long count) {
        return least <= count && count <= most;
    }

    /** {@code exactly 2}, {@code at least 1}, {@code no}. */
    String wanted() {
        if (most == 0) {
            return "no";
        }
        if (least == most) {
            return "exactly " + least;
        }
        return most == Long.MAX_VALUE
                ? "at least " + least
                : least == 0 ? "at most " + most : "between " + least + " and " + most;
    }
}
