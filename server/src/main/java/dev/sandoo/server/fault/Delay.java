package dev.sandoo.server.fault;

import dev.sandoo.server.document.Node;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** How long a call is held up. */
@FunctionalInterface
interface Delay {
    Duration LONGEST = Duration.ofMinutes(10);
    double WIDEST = 5;

    Duration draw(RandomGenerator random);

    static Delay fixed(Duration length) {
        return random -> length;
    }

    /** Any length between two, one as likely as the other. */
    static Delay uniform(Duration least, Duration most) {
        return random ->
                least.plusNanos((long) (random.nextDouble() * most.minus(least).toNanos()));
    }

    /** As the times of networks are: half of them below the median, some far above it. */
    static Delay logNormal(Duration median, double sigma) {
        return random -> {
            double nanos = median.toNanos() * Math.exp(sigma * random.nextGaussian());
            return Duration.ofNanos((long) Math.min(nanos, LONGEST.toNanos()));
        };
    }

    /** The delay that a node describes; empty when it describes none. */
    static Optional<Delay> read(Node node) {
        if (!node.isTable()) {
            return length(node).map(Delay::fixed);
        }
        node.allow("uniform", "median", "sigma");
        if (node.find("uniform").isPresent()) {
            return node.find("uniform").flatMap(Delay::uniform);
        }
        Optional<Duration> median = node.require("median").flatMap(Delay::length);
        Optional<Double> sigma = node.require("sigma").flatMap(number -> number.decimal(0, WIDEST));
        return median.isPresent() && sigma.isPresent()
                ? Optional.of(logNormal(median.get(), sigma.get()))
                : Optional.empty();
    }

    private static Optional<Delay> uniform(Node node) {
        List<Duration> ends =
                node.items().stream().flatMap(end -> length(end).stream()).toList();
        if (ends.size() != 2 || ends.get(0).compareTo(ends.get(1)) > 0) {
            node.problem("must be two lengths of time, the shorter first");
            return Optional.empty();
        }
        return Optional.of(uniform(ends.get(0), ends.get(1)));
    }

    private static Optional<Duration> length(Node node) {
        Optional<Duration> length = node.duration();
        if (length.filter(time -> time.isNegative() || time.compareTo(LONGEST) > 0)
                .isPresent()) {
            node.problem("must lie between 0 and 10m");
            return Optional.empty();
        }
        return length;
    }
}
