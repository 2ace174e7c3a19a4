package dev.sandoo.server.field;

import java.util.List;

/** One2many and many2many: lists of ids to read; what is written are commands, which the ORM carries out. */
final class ToManyCodec implements FieldCodec {
    @Override
    public Object fromWire(Target target, Object wire) {
        return wire;
    }

    @Override
    public Object toWire(Object value) {
        return value == null ? List.of() : value;
    }
}
