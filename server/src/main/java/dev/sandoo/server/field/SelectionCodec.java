package dev.sandoo.server.field;

import dev.sandoo.server.error.PythonError;

/** Selections: one of the field's values; named lists take any text here. */
final class SelectionCodec implements FieldCodec {
    @Override
    public Object fromWire(Target target, Object wire) {
        boolean listed = target.field().selectionName().isPresent();
        if (!PythonValues.isTrue(wire)) {
            return null;
        }
        if (listed) {
            return PythonValues.str(wire); // the list may change at run time: whoever knows it looks
        }
        String text = PythonValues.str(wire);
        boolean known = target.field().selection().isEmpty()
                || target.field().selection().stream()
                        .anyMatch(option -> option.value().equals(wire));
        if (!known) {
            throw PythonError.valueError("Wrong value for " + target.path() + ": " + PythonValues.repr(wire));
        }
        return text;
    }

    @Override
    public Object toWire(Object value) {
        return value == null ? Boolean.FALSE : value;
    }
}
