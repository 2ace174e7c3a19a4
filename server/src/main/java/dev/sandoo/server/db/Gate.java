package dev.sandoo.server.db;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Lets transactions into a database, or has them wait while the whole of it is changed. Thread-safe. */
final class Gate {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private int inside;
    private boolean closed;

    /** Waits until the gate is open, but no longer than that. */
    void awaitOpen(Duration patience) {
        lock.lock();
        try {
            await(patience, true);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Passes if the gate is open. Goes with {@link #leave}.
     *
     * @return whether it was
     */
    boolean enter() {
        lock.lock();
        try {
            if (!closed) {
                inside++;
            }
            return !closed;
        } finally {
            lock.unlock();
        }
    }

    /** Passes even if the gate is closed. Goes with {@link #leave}. */
    void pass() {
        lock.lock();
        try {
            inside++;
        } finally {
            lock.unlock();
        }
    }

    void leave() {
        lock.lock();
        try {
            inside--;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Does work while nobody is inside, save those who do not leave in time. One such work waits for the other. */
    <T> T closed(Duration patience, Supplier<T> work) {
        close(patience);
        try {
            return work.get();
        } finally {
            open();
        }
    }

    private void close(Duration patience) {
        lock.lock();
        try {
            await(Duration.ofDays(1), true);
            closed = true;
            await(patience, false);
        } finally {
            lock.unlock();
        }
    }

    private void open() {
        lock.lock();
        try {
            closed = false;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** @param forGate whether to wait until it opens, or else until nobody is inside */
    private void await(Duration patience, boolean forGate) {
        long left = patience.toNanos();
        boolean interrupted = false;
        while ((forGate ? closed : inside > 0) && left > 0) {
            try {
                left = changed.awaitNanos(left);
            } catch (InterruptedException e) {
                interrupted = true;
                left = 0;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
