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

    /** Passes when the gate is open; waits no longer than that. Goes with {@link #leave}, whether it waited in vain or not. */
    void enter(Duration patience) {
        lock.lock();
        try {
            await(patience, true);
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
