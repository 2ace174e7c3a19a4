package dev.sandoo.server.field;

/** Html: cleaned where the field asks for it. */
final class HtmlCodec implements FieldCodec {
    private final HtmlSanitizer sanitizer = new HtmlSanitizer();

    @Override
    public Object fromWire(Target target, Object wire) {
        if (wire == null || Boolean.FALSE.equals(wire)) {
            return null;
        }
        String text = TextCodec.checked(PythonValues.str(wire));
        return target.field().sanitize() ? sanitizer.clean(text) : text;
    }

    @Override
    public Object toWire(Object value) {
        return value == null ? Boolean.FALSE : value;
    }
}
