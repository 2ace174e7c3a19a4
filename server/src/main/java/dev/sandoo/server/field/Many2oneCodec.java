package dev.sandoo.server.field;

/** Many2one: only a positive integer is a record; whatever else clients send empties the field, as in Odoo. */
final class Many2oneCodec implements FieldCodec {
    @Override
    public Object fromWire(Target target, Object wire) {
        return wire instanceof Integer id && id > 0 ? id : null;
    }

    @Override
    public Object toWire(Object value) {
        return value == null ? Boolean.FALSE : value;
    }
}
