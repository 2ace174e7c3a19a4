package dev.sandoo.server.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {
    @ParameterizedTest
    @CsvSource({
        "sale.order, sale.order, true",
        "sale.order, sale_order, false",
        "sale.*, sale.order.line, true",
        "sale.*, sale, false",
        "*order*, sale.order.line, true",
        "*.line, sale.order.line, true",
        "*.line, sale.order.lines, false",
        "action_?, action_x, true",
        "action_?, action_, false",
        "*, '', true",
        "?, '', false",
        "READ, read, false",
        "a*b?d, axxbcd, true",
    })
    void fitsNamesLetterForLetter(String glob, String name, boolean fits) {
        assertEquals(fits, new Glob(glob).fits(name));
    }

    @Test
    void aPatternOfManyStarsTakesNoTime() {
        assertFalse(new Glob("a*".repeat(50) + "b").fits("a".repeat(5_000)));
    }

    @Test
    void knowsWhetherItIsAName() {
        assertTrue(new Glob("res.partner").isName());
        assertFalse(new Glob("res.*").isName());
        assertFalse(new Glob("res.?").isName());
    }
}
