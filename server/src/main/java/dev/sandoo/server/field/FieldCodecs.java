package dev.sandoo.server.field;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.FieldType;
import java.util.List;

/** The index of field types: which codec serves which. */
public final class FieldCodecs {
    private static final FieldCodec BOOLEAN = new BooleanCodec();
    private static final FieldCodec INTEGER = new IntegerCodec();
    private static final FieldCodec FLOAT = new FloatCodec();
    private static final FieldCodec TEXT = new TextCodec();
    private static final FieldCodec HTML = new HtmlCodec();
    private static final FieldCodec DATE = new DateCodec();
    private static final FieldCodec DATETIME = new DatetimeCodec();
    private static final FieldCodec SELECTION = new SelectionCodec();
    private static final FieldCodec REFERENCE = new ReferenceCodec();
    private static final FieldCodec MANY2ONE = new Many2oneCodec();
    private static final FieldCodec BINARY = new BinaryCodec();
    private static final FieldCodec JSON = new JsonCodec(false);
    private static final FieldCodec PROPERTIES = new JsonCodec(List.of());
    private static final FieldCodec TO_MANY = new ToManyCodec();

    private FieldCodecs() {}

    /** The codec of the field's type. */
    public static FieldCodec of(FieldDef field) {
        return of(field.type());
    }

    /** The codec of a type. */
    public static FieldCodec of(FieldType type) {
        return switch (type) {
            case BOOLEAN -> BOOLEAN;
            case INTEGER, MANY2ONE_REFERENCE -> INTEGER;
            case FLOAT, MONETARY -> FLOAT;
            case CHAR, TEXT -> TEXT;
            case HTML -> HTML;
            case DATE -> DATE;
            case DATETIME -> DATETIME;
            case SELECTION -> SELECTION;
            case REFERENCE -> REFERENCE;
            case MANY2ONE -> MANY2ONE;
            case BINARY -> BINARY;
            case JSON -> JSON;
            case PROPERTIES, PROPERTIES_DEFINITION -> PROPERTIES;
            case ONE2MANY, MANY2MANY -> TO_MANY;
        };
    }
}
