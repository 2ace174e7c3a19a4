package dev.sandoo.server.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextComparisonTest {
    private final Matches matches = new Matches();
    private final TextComparison texts =
            new TextComparison(matches, Instant.parse("2026-01-02T03:04:05Z"), Instant.parse("2026-05-04T10:00:00Z"));

    @ParameterizedTest
    @CsvSource({
        "Ada, Ada, true",
        "Ada, Bert, false",
        "2026-01-02 03:04:06, 2026-05-04 10:00:30, true",
        "2026-01-02 03:04:06, 2026-05-04 11:00:30, false",
        "2026-01-02, 2026-05-04, true",
        "2026-02-01, 2026-06-03, true",
        "2026-02-01, 2026-02-05, false",
        "S00012, S00345, true",
        "INV/2026/00001, INV/2026/00042, true",
        "S12, S34, false",
        "Total 100, Total 200, false",
        "0123456789abcdef0123456789abcdef, fedcba9876543210fedcba9876543210, true",
        "0123456789abcdef, fedcba9876543210, false"
    })
    void onlyWhatVariesMayDiffer(String recorded, String actual, boolean same) {
        assertEquals(same, texts.isSame(recorded, actual));
    }

    @Test
    void idsWithinTextsMayDifferOnceTheyAreMatched() {
        assertFalse(texts.isSame("/my/orders/12", "/my/orders/45"));
        matches.match("sale.order", 12, 45);
        assertTrue(texts.isSame("/my/orders/12", "/my/orders/45"));
    }

    @Test
    void aDocumentsNumberStandsForOneOtherOnly() {
        assertTrue(texts.isSame("S00012", "S00345"));
        assertTrue(texts.isSame("Order S00012", "Order S00345"));
        assertFalse(texts.isSame("S00012", "S00346"));
        assertEquals("S00345", matches.text("S00012").orElse(""));
    }
}
