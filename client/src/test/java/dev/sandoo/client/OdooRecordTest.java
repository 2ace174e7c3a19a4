package dev.sandoo.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OdooRecordTest {
    private final OdooRecord record = new OdooRecord(Map.of(
            "id",
            7,
            "name",
            "Azure",
            "city",
            false,
            "color",
            0,
            "rate",
            1.25,
            "active",
            true,
            "country_id",
            List.of(20, "Belgium"),
            "category_id",
            List.of(3, 4),
            "date",
            "2026-01-31",
            "create_date",
            "2026-01-31 23:59:58"));

    @Test
    void valuesHaveTheirTypes() {
        assertEquals(7, record.id());
        assertEquals(Optional.of("Azure"), record.text("name"));
        assertEquals(Optional.of(0), record.integer("color"));
        assertEquals(Optional.of(new BigDecimal("1.25")), record.decimal("rate"));
        assertTrue(record.flag("active"));
        assertEquals(Optional.of(new OdooRecord.Reference(20, "Belgium")), record.reference("country_id"));
        assertEquals(List.of(3, 4), record.ids("category_id"));
        assertEquals(Optional.of(LocalDate.of(2026, 1, 31)), record.date("date"));
        assertEquals(Optional.of(LocalDateTime.of(2026, 1, 31, 23, 59, 58)), record.dateTime("create_date"));
    }

    @Test
    void falseMeansEmpty() {
        assertEquals(Optional.empty(), record.text("city"));
        assertEquals(Optional.empty(), record.reference("city"));
        assertEquals(List.of(), record.ids("city"));
        assertFalse(record.flag("city"));
    }

    @Test
    void fieldThatWasNotReadIsNamed() {
        Exception error = assertThrows(NullPointerException.class, () -> record.text("street"));

        assertEquals("field street was not read", error.getMessage());
    }

    @Test
    void fieldOfAnotherTypeIsNamed() {
        Exception error = assertThrows(ClassCastException.class, () -> record.integer("name"));

        assertEquals("field name is no Integer but String", error.getMessage());
    }
}
