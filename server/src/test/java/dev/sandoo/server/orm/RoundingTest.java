package dev.sandoo.server.orm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoundingTest {
    /** Recorded on 19.0 and 14.0 (orm_create and orm_read, monetary). */
    @ParameterizedTest
    @CsvSource({"10.005, 10.01", "2.675, 2.68", "-1.005, -1.01", "0.005, 0.01", "0.015, 0.02", "12.345, 12.35", "7, 7"})
    void halvesGoAwayFromZero(double value, double rounded) {
        assertEquals(rounded, Rounding.toUnit(value, 0.01));
    }

    @Test
    void noiseOfBinaryFractionsDoesNotCount() {
        assertEquals(3.02, Rounding.toUnit(1.005 * 3, 0.01));
    }

    @Test
    void withoutUnitTheValueStays() {
        assertEquals(1.23456, Rounding.toUnit(1.23456, 0));
    }

    @Test
    void unitMayBeCoarserThanOne() {
        assertEquals(125.0, Rounding.toUnit(123.4, 5));
    }
}
