package dev.sandoo.server.rpc;

import dev.sandoo.server.error.RetryableError;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Tries a piece of work again when it met a concurrent transaction: five times in all, as Odoo does, with growing random
 * waits in between, so that the two do not meet again. Thread-safe when its sources are.
 */
final class Attempts {
    private static final int MAX = 5;
    private static final Duration FIRST_WAIT = Duration.ofMillis(10);

    private final RandomGenerator random;
    private final Pause pause;

    Attempts(RandomGenerator random, Pause pause) {
        this.random = random;
        this.pause = pause;
    }

    /** Lets time pass. */
    @FunctionalInterface
    interface Pause {
        void take(Duration duration) throws InterruptedException;
    }

    /**
     * What the work answers.
     *
     * @throws RetryableError what the last attempt met
     */
    <T> T run(Supplier<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return work.get();
            } catch (RetryableError met) {
                if (attempt == MAX || !waited(attempt)) {
                    throw met;
                }
            }
        }
    }

    /** False when the thread is being stopped: the work then ends with what it met. */
    private boolean waited(int attempt) {
        long longest = FIRST_WAIT.toMillis() << attempt;
        try {
            pause.take(Duration.ofMillis(random.nextLong(longest + 1)));
            return true;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
