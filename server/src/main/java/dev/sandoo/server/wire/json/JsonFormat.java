package dev.sandoo.server.wire.json;

import dev.sandoo.schema.OdooVersion;
import dev.sandoo.server.wire.Escapes;
import dev.sandoo.server.wire.PythonBytes;
import java.nio.ByteBuffer;

/**
 * How a version writes JSON. Immutable.
 *
 * @param escapes of texts; older versions write nothing but ASCII
 * @param bytes how bytes become text
 */
public record JsonFormat(Escapes escapes, PythonBytes bytes) {
    private static final String ASCII_ONLY = "jsonrpc.ascii-only";

    public static JsonFormat of(OdooVersion version) {
        Escapes escapes = controls();
        return new JsonFormat(version.has(ASCII_ONLY) ? escapes.asciiOnly() : escapes, PythonBytes.of(version));
    }

    /**
     * Writes a wire value.
     *
     * @throws dev.sandoo.server.error.PythonError when it holds bytes that are no text
     */
    public ByteBuffer write(Object value) {
        return new JsonWriter(escapes, bytes).write(value);
    }

    private static Escapes controls() {
        Escapes escapes = Escapes.none().with('"', "\\\"").with('\\', "\\\\");
        for (char c = 0; c < ' '; c++) {
            escapes = escapes.with(c, String.format("\\u%04x", (int) c));
        }
        return escapes.with('\n', "\\n")
                .with('\r', "\\r")
                .with('\t', "\\t")
                .with('\b', "\\b")
                .with('\f', "\\f");
    }
}
