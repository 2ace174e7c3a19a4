package dev.sandoo.server.rpc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sandoo.server.error.PythonError;
import dev.sandoo.server.error.RetryableError;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AttemptsTest {
    private static final RetryableError CONFLICT =
            new RetryableError("psycopg2.errors.SerializationFailure", "could not serialize access", null);

    private final List<Duration> waits = new ArrayList<>();
    private final Attempts attempts = new Attempts(new Random(1), waits::add);
    private int calls;

    @Test
    void goodWorkRunsOnce() {
        assertEquals("done", attempts.run(() -> failTimes(0)));

        assertEquals(1, calls);
        assertEquals(List.of(), waits);
    }

    @Test
    void conflictsAreOutlasted() {
        assertEquals("done", attempts.run(() -> failTimes(4)));

        assertEquals(5, calls);
        assertEquals(4, waits.size());
    }

    @Test
    void fifthConflictIsReported() {
        RetryableError error = assertThrows(RetryableError.class, () -> attempts.run(() -> failTimes(5)));

        assertSame(CONFLICT, error);
        assertEquals(5, calls);
    }

    @Test
    void waitsStayShort() {
        assertThrows(RetryableError.class, () -> attempts.run(() -> failTimes(9)));

        assertTrue(waits.stream().allMatch(wait -> wait.compareTo(Duration.ofMillis(160)) <= 0), waits::toString);
    }

    @Test
    void otherErrorsAreNotTriedAgain() {
        PythonError error = PythonError.valueError("no");

        assertSame(
                error,
                assertThrows(
                        PythonError.class,
                        () -> attempts.run(() -> {
                            calls++;
                            throw error;
                        })));

        assertEquals(1, calls);
    }

    @Test
    void interruptedThreadStopsTrying() {
        Attempts interrupted = new Attempts(new Random(1), wait -> {
            throw new InterruptedException();
        });

        assertThrows(RetryableError.class, () -> interrupted.run(() -> failTimes(1)));

        assertTrue(Thread.interrupted());
        assertEquals(1, calls);
    }

    private String failTimes(int failures) {
        if (calls++ < failures) {
            throw CONFLICT;
        }
        return "done";
    }
}
