package dev.sandoo.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TeardownTest {
    private final List<String> closed = new ArrayList<>();
    private final Teardown teardown = new Teardown();

    @Test
    void closesInReverseOrder() {
        teardown.add(() -> closed.add("first"));
        teardown.add(() -> closed.add("second"));

        teardown.close();

        assertEquals(List.of("second", "first"), closed);
    }

    @Test
    void closesTheRestWhenOneFails() {
        teardown.add(() -> closed.add("first"));
        teardown.add(() -> {
            throw new IllegalStateException("stuck");
        });

        teardown.close();

        assertEquals(List.of("first"), closed);
    }

    @Test
    void closesOnlyOnce() {
        teardown.add(() -> closed.add("first"));

        teardown.close();
        teardown.close();

        assertEquals(List.of("first"), closed);
    }
}
