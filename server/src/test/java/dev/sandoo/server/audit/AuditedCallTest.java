package dev.sandoo.server.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sandoo.server.audit.AuditedCall.From;
import java.time.LocalDateTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AuditedCallTest {
    @Test
    void whatALineCannotHoldIsTakenOut() {
        AuditedCall call = call("read\u0000\r\n\ud800x");

        assertEquals("read ?x", call.method());
    }

    @Test
    void longNamesAreCut() {
        AuditedCall call = call("m".repeat(5_000));

        assertTrue(call.method().length() <= 200);
        assertTrue(call.method().endsWith("…"));
    }

    private static AuditedCall call(String method) {
        return new AuditedCall(
                LocalDateTime.of(2026, 1, 1, 0, 0),
                new From("1", "xmlrpc", "127.0.0.1", "test"),
                Optional.empty(),
                "res.partner",
                method,
                0,
                Outcome.OK,
                "",
                1.0);
    }
}
