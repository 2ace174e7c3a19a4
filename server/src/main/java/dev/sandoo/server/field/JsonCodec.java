package dev.sandoo.server.field;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sandoo.schema.FieldDef;
import dev.sandoo.server.error.PythonError;

/** Json and properties: a tree of lists and maps, kept as jsonb. */
final class JsonCodec implements FieldCodec {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Object empty;

    /**
     * A codec.
     *
     * @param empty what clients see of a missing value
     */
    JsonCodec(Object empty) {
        this.empty = empty;
    }

    @Override
    public Object fromWire(Target target, Object wire) {
        return PythonValues.isTrue(wire) ? wire : null;
    }

    @Override
    public Object toWire(Object value) {
        return value == null ? empty : value;
    }

    @Override
    public Object fromColumn(Object column) {
        try {
            return column == null ? null : MAPPER.readValue((String) column, Object.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the database holds broken JSON", e);
        }
    }

    @Override
    public Object toColumn(FieldDef field, Object value) {
        try {
            return value == null ? null : MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw PythonError.typeError("Object of type " + PythonValues.typeName(value) + " is not JSON serializable");
        }
    }
}
