package dev.sandoo.server.http;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** Short names for requests, unlike those of an earlier run. Thread-safe. */
final class RequestIds {
    private static final int RADIX = 36;

    private final String prefix;
    private final AtomicLong last = new AtomicLong();

    RequestIds(Instant start) {
        this.prefix = Long.toString(start.getEpochSecond(), RADIX) + "-";
    }

    String next() {
        return prefix + Long.toString(last.incrementAndGet(), RADIX);
    }
}
