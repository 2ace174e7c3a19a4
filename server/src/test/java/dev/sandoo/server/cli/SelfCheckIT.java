package dev.sandoo.server.cli;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import org.junit.jupiter.api.Test;

class SelfCheckIT {
    @Test
    void findsThatSandooWorksHere() {
        assertDoesNotThrow(() -> new SelfCheck().run());
    }
}
