package dev.sandoo.server.fault;

import dev.sandoo.server.document.Node;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * Which of a fault's calls it strikes. Chance is drawn from the seed and the call's number, so that the same calls in the same
 * order meet the same faults, whichever node they come to.
 *
 * @param share of the calls, from 0 to 1
 * @param nth numbers of calls, counted from 1; empty for all
 * @param every every so many calls; 1 for all
 * @param times how many strikes there are; empty for any number
 */
record Schedule(double share, Set<Integer> nth, int every, OptionalInt times, long seed) {
    private static final int MOST = 1_000_000;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    Schedule {
        nth = Set.copyOf(nth);
    }

    static Schedule read(Node node) {
        double share =
                node.find("share").flatMap(number -> number.decimal(0, 1)).orElse(1.0);
        Set<Integer> nth = node.find("nth").map(Schedule::numbers).orElse(Set.of());
        int every = node.find("every").flatMap(number -> number.number(1, MOST)).orElse(1);
        OptionalInt times = node.find("times")
                .flatMap(number -> number.number(1, MOST))
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
        long seed = node.find("seed")
                .flatMap(number -> number.number(Integer.MIN_VALUE, Integer.MAX_VALUE))
                .orElse(0);
        return new Schedule(share, nth, every, times, seed);
    }

    private static Set<Integer> numbers(Node node) {
        List<Node> nodes = node.isList() ? node.items() : List.of(node);
        return nodes.stream()
                .flatMap(one -> one.number(1, Integer.MAX_VALUE).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The source of all chance in a call. */
    RandomGenerator random(long call) {
        return new SplittableRandom(seed ^ call * SPREAD);
    }

    /**
     * Whether the call is struck.
     *
     * @param call its number among the fault's calls, from 1
     * @param struck how many were struck before
     * @param random the call's
     */
    boolean strikes(long call, long struck, RandomGenerator random) {
        boolean chosen = random.nextDouble() < share;
        return chosen
                && call % every == 0
                && (nth.isEmpty() || nth.contains((int) call))
                && (times.isEmpty() || struck < times.getAsInt());
    }
}
