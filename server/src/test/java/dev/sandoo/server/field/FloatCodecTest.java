package dev.sandoo.server.field;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.FieldDef.Digits;
import dev.sandoo.schema.FieldType;
import dev.sandoo.schema.ModelDef;
import dev.sandoo.schema.load.SchemaLoader;
import org.junit.jupiter.api.Test;

class FloatCodecTest {
    private static final ModelDef MODEL = SchemaLoader.load("19.0").models().get("res.currency.rate");

    private static Object read(Digits digits, Object wire) {
        FieldDef field =
                FieldDef.builder("x_value", FieldType.FLOAT).digits(digits).build();
        return new FloatCodec().fromWire(new Target(MODEL, field), wire);
    }

    @Test
    void aValueWithUnlimitedDigitsIsNotRounded() {
        assertEquals(2.5, read(Digits.UNLIMITED, 2.5));
    }

    @Test
    void aValueWithFixedDigitsIsRoundedAwayFromZero() {
        assertEquals(2.35, read(new Digits(16, 2), 2.345));
    }
}
