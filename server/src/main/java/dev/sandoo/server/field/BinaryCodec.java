package dev.sandoo.server.field;

import dev.sandoo.schema.FieldDef;
import java.nio.charset.StandardCharsets;

/** Binary: base64 text, on the wire and as record value; bytes in a column. */
final class BinaryCodec implements FieldCodec {
    @Override
    public Object fromWire(Target target, Object wire) {
        if (!PythonValues.isTrue(wire)) {
            return null;
        }
        return wire instanceof byte[] bytes ? new String(bytes, StandardCharsets.ISO_8859_1) : PythonValues.str(wire);
    }

    @Override
    public Object toWire(Object value) {
        return value == null ? Boolean.FALSE : value;
    }

    @Override
    public Object fromColumn(Object column) {
        return column == null ? null : new String((byte[]) column, StandardCharsets.ISO_8859_1);
    }

    /** Odoo keeps the base64 text itself in a bytea column; only attachments hold the bytes. */
    @Override
    public Object toColumn(FieldDef field, Object value) {
        return value == null ? null : ((String) value).getBytes(StandardCharsets.ISO_8859_1);
    }
}
