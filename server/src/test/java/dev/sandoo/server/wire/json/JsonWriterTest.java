package dev.sandoo.server.wire.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sandoo.server.error.PythonError;
import dev.sandoo.server.wire.TestVersions;
import java.nio.ByteBuffer;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What cannot be sent to Odoo and so is not among the recorded echoes. Recorded: wire_jsonrpc result-conversions. */
class JsonWriterTest {
    private static final JsonFormat V19 = JsonFormat.of(TestVersions.V19);
    private static final JsonFormat V14 = JsonFormat.of(TestVersions.V14);

    @Test
    void keysThatAreNoTextsBecomeTexts() {
        assertEquals("{\"1\": \"base.main_company\"}", write(V19, Map.of(1, "base.main_company")));
        assertEquals("{\"1e-05\": true}", write(V19, Map.of(0.00001, true)));
        assertEquals("{\"false\": 1}", write(V19, Map.of(false, 1)));
    }

    @Test
    void timesAreTexts() {
        assertEquals("[\"2024-02-29 01:02:03\"]", write(V19, List.of(LocalDateTime.of(2024, 2, 29, 1, 2, 3))));
    }

    @Test
    void bytesGoOutAsTheTextTheyHold() {
        assertEquals("\"é\"", write(V19, ByteBuffer.wrap("é".getBytes(UTF_8))));
        assertEquals("\"\\u00ff\"", write(V14, ByteBuffer.wrap(new byte[] {(byte) 0xff})));
        assertThrows(PythonError.class, () -> write(V19, ByteBuffer.wrap(new byte[] {(byte) 0xff})));
    }

    @Test
    void valuesWithoutAFormInJsonAreAnError() {
        PythonError error = assertThrows(PythonError.class, () -> write(V19, new byte[] {1}));

        assertEquals("Object of type bytes is not JSON serializable", error.getMessage());
    }

    private static String write(JsonFormat format, Object value) {
        return UTF_8.decode(format.write(value)).toString();
    }
}
