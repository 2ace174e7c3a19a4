package dev.sandoo.server.field;

/** Booleans: whatever Python holds for true is true; NULL reads as false. */
final class BooleanCodec implements FieldCodec {
    @Override
    public Object fromWire(Target target, Object wire) {
        return PythonValues.isTrue(wire);
    }

    @Override
    public Object toWire(Object value) {
        return Boolean.TRUE.equals(value);
    }
}
