package dev.sandoo.server.field;

import dev.sandoo.server.error.PythonError;

/** Char and text: anything else becomes Python's {@code str} of it; a char with a size is cut; empty reads as false. */
final class TextCodec implements FieldCodec {
    @Override
    public Object fromWire(Target target, Object wire) {
        if (wire == null || Boolean.FALSE.equals(wire)) {
            return null;
        }
        String text = checked(PythonValues.str(wire));
        int size = target.field().size().orElse(Integer.MAX_VALUE);
        return text.length() > size
                ? text.substring(0, text.offsetByCodePoints(0, Math.min(size, text.codePointCount(0, text.length()))))
                : text;
    }

    @Override
    public Object toWire(Object value) {
        return value == null ? Boolean.FALSE : value;
    }

    static String checked(String text) {
        if (text.indexOf('\0') >= 0) {
            throw PythonError.valueError("A string literal cannot contain NUL (0x00) characters.");
        }
        return text;
    }
}
