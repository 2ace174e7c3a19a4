package dev.sandoo.server.journal;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongFunction;

/** The latest calls of one database. Thread-safe. */
final class Calls {
    private final int most;
    private final AtomicLong totalBytes;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition more = lock.newCondition();
    private final Deque<Kept> kept = new ArrayDeque<>();
    private long bytes;
    private long last;
    private long dropped;

    /**
     * @param most how many calls are kept
     * @param totalBytes what the calls of all databases take
     */
    Calls(int most, AtomicLong totalBytes) {
        this.most = most;
        this.totalBytes = totalBytes;
    }

    private record Kept(JournalEntry entry, int bytes) {}

    /**
     * What is kept.
     *
     * @param entries the oldest first
     * @param dropped how many older ones had to make room since the journal was cleared
     */
    record Snapshot(List<JournalEntry> entries, long dropped) {}

    /** Adds a call under the next number. */
    JournalEntry add(LongFunction<JournalEntry> entry, int size) {
        lock.lock();
        try {
            JournalEntry added = entry.apply(++last);
            kept.addLast(new Kept(added, size));
            count(size);
            if (kept.size() > most) {
                dropOldest();
            }
            more.signalAll();
            return added;
        } finally {
            lock.unlock();
        }
    }

    /** Lets the older half go, so that there is room for the calls of others. */
    void yieldHalf() {
        lock.lock();
        try {
            for (int i = (kept.size() + 1) / 2; i > 0; i--) {
                dropOldest();
            }
        } finally {
            lock.unlock();
        }
    }

    private void dropOldest() {
        count(-kept.removeFirst().bytes());
        dropped++;
    }

    private void count(int change) {
        bytes += change;
        totalBytes.addAndGet(change);
    }

    /** The memory that the calls take, estimated. */
    long bytes() {
        lock.lock();
        try {
            return bytes;
        } finally {
            lock.unlock();
        }
    }

    Snapshot snapshot() {
        lock.lock();
        try {
            List<JournalEntry> entries = new ArrayList<>(kept.size());
            kept.forEach(each -> entries.add(each.entry()));
            return new Snapshot(entries, dropped);
        } finally {
            lock.unlock();
        }
    }

    /** Forgets all calls, and that any were dropped. */
    void clear() {
        lock.lock();
        try {
            kept.forEach(each -> count(-each.bytes()));
            kept.clear();
            dropped = 0;
        } finally {
            lock.unlock();
        }
    }

    /**
     * What is kept once that many calls match; or when the time is over, or the thread told to stop, whatever is kept then.
     */
    Snapshot await(CallFilter filter, int count, Duration timeout) {
        long left = timeout.toNanos();
        lock.lock();
        try {
            Snapshot seen = snapshot();
            while (left > 0
                    && seen.entries().stream()
                                    .filter(filter::matches)
                                    .limit(count)
                                    .count()
                            < count) {
                left = more.awaitNanos(left);
                seen = snapshot();
            }
            return seen;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return snapshot();
        } finally {
            lock.unlock();
        }
    }

    long last() {
        lock.lock();
        try {
            return last;
        } finally {
            lock.unlock();
        }
    }
}
