package dev.sandoo.server.field;

import dev.sandoo.server.error.PythonError;
import java.util.List;
import java.util.Map;

/** Selections: one of the field's values; selections filled at run time take any text. */
final class SelectionCodec implements FieldCodec {
    @Override
    public Object fromWire(Target target, Object wire) {
        if (wire instanceof List || wire instanceof Map) {
            throw PythonError.typeError("unhashable type: '" + PythonValues.typeName(wire) + "'");
        }
        if (!PythonValues.isTrue(wire)) {
            return null;
        }
        if (target.check() != Target.Check.FIELD
                && target.field().selectionName().isPresent()) {
            return PythonValues.str(wire);
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
