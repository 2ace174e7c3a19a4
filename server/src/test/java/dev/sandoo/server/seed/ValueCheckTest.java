package dev.sandoo.server.seed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ValueCheckTest {
    @Test
    void whatCreateTakesIsLetPass() {
        List.of(
                        Map.entry("boolean", true),
                        Map.entry("integer", 5),
                        Map.entry("float", 5),
                        Map.entry("monetary", 5.5),
                        Map.entry("char", "Ada"),
                        Map.entry("char", 4_711),
                        Map.entry("date", "2026-01-31"),
                        Map.entry("many2one", 7),
                        Map.entry("many2one", false),
                        Map.entry("many2many", List.of(1, 2)),
                        Map.entry("one2many", List.of(List.of(0, 0, Map.of()))),
                        Map.entry("json", Map.of("a", 1)))
                .forEach(value -> assertEquals(
                        Optional.empty(), ValueCheck.problem(value.getKey(), "f", value.getValue()), value::toString));
    }

    @Test
    void whatWouldBecomeSomethingElseIsTold() {
        assertEquals(Optional.of("must be true or false"), ValueCheck.problem("boolean", "f", "maybe"));
        assertEquals(Optional.of("must be a number"), ValueCheck.problem("integer", "f", "red"));
        assertEquals(Optional.of("must be a date, such as 2026-01-31"), ValueCheck.problem("date", "f", "yesterday"));
        assertEquals(Optional.of("must be a text"), ValueCheck.problem("char", "f", List.of(1, 2)));
        assertEquals(
                Optional.of("must be a record's number; country_id/id takes its external id"),
                ValueCheck.problem("many2one", "country_id", "base.be"));
        assertEquals(
                Optional.of("must be a list of records or of their numbers; tag_ids/id takes their external ids"),
                ValueCheck.problem("many2many", "tag_ids", List.of("vip")));
    }
}
