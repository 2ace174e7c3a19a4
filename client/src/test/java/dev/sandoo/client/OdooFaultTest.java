package dev.sandoo.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class OdooFaultTest {
    private static final String TRACEBACK = "Traceback (most recent call last):\n"
            + "  File \"server.py\", line 3, in call\n    raise error\n"
            + "ValueError: Invalid field 'nope'\nin two lines\n";

    @Test
    void codesTellTheKind() {
        assertEquals(OdooFault.Kind.APPLICATION_ERROR, OdooFault.of(1, "x").kind());
        assertEquals(OdooFault.Kind.WARNING, OdooFault.of(2, "x").kind());
        assertEquals(OdooFault.Kind.ACCESS_DENIED, OdooFault.of(3, "x").kind());
        assertEquals(OdooFault.Kind.ACCESS_ERROR, OdooFault.of(4, "x").kind());
        assertEquals(OdooFault.Kind.APPLICATION_ERROR, OdooFault.of(99, "x").kind());
    }

    @Test
    void messageOfATracebackIsItsException() {
        OdooFault fault = OdooFault.of(1, TRACEBACK);

        assertEquals("ValueError: Invalid field 'nope'\nin two lines", fault.getMessage());
        assertEquals(Optional.of(TRACEBACK), fault.traceback());
    }

    @Test
    void otherTextsStayWhole() {
        OdooFault fault = OdooFault.of(2, "Note: two\nlines: here");

        assertEquals("Note: two\nlines: here", fault.getMessage());
        assertTrue(fault.traceback().isEmpty());
    }
}
