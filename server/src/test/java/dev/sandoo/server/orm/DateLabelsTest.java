package dev.sandoo.server.orm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sandoo.schema.OdooVersion;
import dev.sandoo.schema.load.SchemaLoader;
import dev.sandoo.server.query.DateSpan;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

/** What stretches of time are called. Source: recorded answers, date and language scenarios of orm_group. */
class DateLabelsTest {
    private static final OdooVersion V19 = SchemaLoader.version("19.0");
    private static final OdooVersion V14 = SchemaLoader.version("14.0");

    private static String label(OdooVersion version, String lang, DateSpan span, String start) {
        return new DateLabels(version, lang).label(span, LocalDateTime.parse(start + "T00:00:00"));
    }

    @Test
    void spansAreNamedInEnglish() {
        assertEquals("31 Jan 2024", label(V19, "en_US", DateSpan.DAY, "2024-01-31"));
        assertEquals("January 2024", label(V19, "en_US", DateSpan.MONTH, "2024-01-01"));
        assertEquals("Q4 2024", label(V19, "en_US", DateSpan.QUARTER, "2024-10-01"));
        assertEquals("2024", label(V19, "en_US", DateSpan.YEAR, "2024-01-01"));
        assertEquals(
                "11:00 31 Jan",
                new DateLabels(V19, "en_US").label(DateSpan.HOUR, LocalDateTime.parse("2024-01-31T23:00:00")));
    }

    @Test
    void spansAreNamedInTheCallersLanguage() {
        assertEquals("31 janv. 2024", label(V19, "fr_FR", DateSpan.DAY, "2024-01-31"));
        assertEquals("février 2024", label(V14, "fr_FR", DateSpan.MONTH, "2024-02-01"));
        assertEquals("T1 2024", label(V14, "fr_FR", DateSpan.QUARTER, "2024-01-01"));
    }

    @Test
    void weeksBelongToTheYearThatCountsThem() {
        assertEquals("W5 2024", label(V19, "en_US", DateSpan.WEEK, "2024-01-28"));
        assertEquals("W1 2025", label(V19, "en_US", DateSpan.WEEK, "2024-12-29"));
        assertEquals("W53 2022", label(V19, "en_US", DateSpan.WEEK, "2022-12-25"));
        assertEquals("W1 2025", label(V19, "fr_FR", DateSpan.WEEK, "2024-12-30"));
    }

    @Test
    void earlierVersionCountsWeeksOnToTheEndOfTheYear() {
        assertEquals("W5 2024", label(V14, "en_US", DateSpan.WEEK, "2024-01-29"));
        assertEquals("W53 2024", label(V14, "en_US", DateSpan.WEEK, "2024-12-30"));
        assertEquals("W53 2020", label(V14, "en_US", DateSpan.WEEK, "2020-12-28"));
        assertEquals("W2 2021", label(V14, "en_US", DateSpan.WEEK, "2021-01-04"));
        assertEquals("W53 2024", label(V14, "fr_FR", DateSpan.WEEK, "2024-12-30"));
    }
}
