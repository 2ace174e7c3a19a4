package dev.sandoo.server.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import org.junit.jupiter.api.Test;

class LogLineTest {
    private final LoggerContext context = new LoggerContext();

    @Test
    void aCallIsTimeAndMessage() {
        String line = line(Level.INFO, "r1 demo 2 res.partner.read 3 ms ok", null);

        assertTrue(line.matches("\\d\\d:\\d\\d:\\d\\d\\.\\d{3} r1 demo 2 res\\.partner\\.read 3 ms ok\\R"), line);
    }

    @Test
    void otherLevelsAreNamed() {
        assertEquals("WARN slow", line(Level.WARN, "slow", null).substring(13).strip());
    }

    @Test
    void aMessageCannotForgeASecondLine() {
        assertEquals(
                "res.partner.x?12:00:00 forged",
                line(Level.INFO, "res.partner.x\n12:00:00 forged", null)
                        .substring(13)
                        .strip());
    }

    @Test
    void aFaultShowsItsStackTrace() {
        String line = line(Level.ERROR, "call r1 failed", new IllegalStateException("why"));

        assertTrue(line.contains("java.lang.IllegalStateException: why"), line);
        assertTrue(line.contains("LogLineTest"), line);
    }

    private String line(Level level, String message, Throwable fault) {
        return new LogLine().doLayout(new LoggingEvent("test", context.getLogger("test"), level, message, fault, null));
    }
}
