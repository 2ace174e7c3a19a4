package dev.sandoo.server.rpc;

import java.util.Optional;

/**
 * Carries what is to happen to an answer from the call to the edge that sends it, past the protocol in between, which knows
 * nothing of it. A request and its call run in one thread. Thread-safe.
 */
public final class SpoiledAnswers {
    private final ThreadLocal<Spoiling> next = new ThreadLocal<>();

    /** Has the answer to the request that this thread serves spoiled. */
    public void spoil(Spoiling spoiling) {
        next.set(spoiling);
    }

    /** What is to happen to the answer of this thread, told once. */
    public Optional<Spoiling> take() {
        Spoiling spoiling = next.get();
        if (spoiling != null) {
            next.remove();
        }
        return Optional.ofNullable(spoiling);
    }
}
