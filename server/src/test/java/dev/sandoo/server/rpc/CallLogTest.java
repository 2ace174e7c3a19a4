package dev.sandoo.server.rpc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CallLogTest {
    @Test
    void namesThatClientsSendStayOnOneShortLine() {
        assertEquals("demo res.partner.read", CallLog.clean("demo res.partner.read"));
        assertEquals("a?b?c", CallLog.clean("a\nb\u001bc"));
        assertEquals(201, CallLog.clean("x".repeat(5000)).length());
    }
}
