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
            if (comma >= 0 && offered) {
                int id = id(text.substring(comma + 1));
                return id == 0 ? null : model + "," + id;
            }
        }
        throw PythonError.valueError("Wrong value for " + target.path() + ": " + PythonValues.repr(wire));
    }

    private static int id(String digits) {
        try {
            return Integer.parseInt(digits.strip());
        } catch (NumberFormatException e) {
            throw PythonError.valueError("invalid literal for int() with base 10: " + PythonValues.repr(digits));
        }
    }

    @Override
    public Object toWire(Object value) {
        return value == null ? Boolean.FALSE : value;
    }
}
