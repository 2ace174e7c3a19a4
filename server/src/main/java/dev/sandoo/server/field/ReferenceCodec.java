package dev.sandoo.server.field;

import dev.sandoo.server.error.PythonError;

/** References: {@code model,id} as text. */
final class ReferenceCodec implements FieldCodec {
    @Override
    public Object fromWire(Target target, Object wire) {
        if (!PythonValues.isTrue(wire)) {
            return null;
        }
        if (wire instanceof String text) {
            int comma = text.indexOf(',');
            String model = comma < 0 ? "" : text.substring(0, comma);
            boolean offered = target.field().selection().isEmpty()
                    || target.field().selection().stream()
                            .anyMatch(option -> option.value().equals(model));
            if (comma >= 0 && offered && text.substring(comma + 1).matches("\\d+")) {
                return text.endsWith(",0") ? null : text;
            }
        }
        throw PythonError.valueError("Wrong value for " + target.path() + ": " + PythonValues.repr(wire));
    }

    @Override
    public Object toWire(Object value) {
        return value == null ? Boolean.FALSE : value;
    }
}
