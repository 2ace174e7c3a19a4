package dev.sandoo.server.orm;

import dev.sandoo.schema.FieldType;
import dev.sandoo.server.field.FieldCodecs;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** Turns what aggregate functions answer into wire values: whole numbers as small as may be, numerics as floats. */
final class AggregateValues {
    private AggregateValues() {}

    /** The wire value; null for NULL, since what that means depends on who asks. */
    static Object wire(Object value) {
        if (value instanceof Long number) {
            return number.intValue() == number ? (Object) number.intValue() : number;
        }
        if (value instanceof BigDecimal number) {
            return number.doubleValue();
        }
        if (value instanceof LocalDate) {
            return FieldCodecs.of(FieldType.DATE).toWire(value);
        }
        if (value instanceof LocalDateTime) {
            return FieldCodecs.of(FieldType.DATETIME).toWire(value);
        }
        if (value instanceof List<?> elements) {
            List<Object> all = new ArrayList<>();
            elements.forEach(element -> all.add(wire(element)));
            return all;
        }
        return value;
    }
}
