package dev.sandoo.server.domain;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MatcherTest {
    private static final Matcher.Values BELGIUM = record(Map.of("id", 20, "code", "BE"), Map.of());
    private static final Matcher.Values ANN = record(
            Map.of("id", 1, "ref", "a%c", "note", false, "color", 0, "country_id", 20, "tags", List.of(3)),
            Map.of("country_id", List.of(BELGIUM)));

    private static Matcher.Values record(Map<String, Object> values, Map<String, List<Matcher.Values>> records) {
        return new Matcher.Values() {
            @Override
            public Object value(String field) {
                return values.getOrDefault(field, false);
            }

            @Override
            public List<Matcher.Values> records(String field) {
                return records.getOrDefault(field, List.of());
            }
        };
    }

    private static boolean matches(String field, Operator operator, Object value) {
        return Matcher.matches(Condition.term(field, operator, value), ANN);
    }

    @Test
    void patternsTakeTheirEscapes() {
        assertTrue(matches("ref", Operator.EQUALS_LIKE, "a\\%c"));
        assertFalse(matches("ref", Operator.EQUALS_LIKE, "a\\_c"));
        assertTrue(matches("ref", Operator.ILIKE, "A_C"));
    }

    @Test
    void aMissingTextIsTheEmptyOneButFitsNoPattern() {
        assertTrue(matches("note", Operator.EQUALS, ""));
        assertTrue(matches("note", Operator.LESS, "a"));
        assertFalse(matches("note", Operator.LIKE, "%"));
        assertTrue(matches("note", Operator.NOT_LIKE, "%"));
    }

    @Test
    void aMissingNumberIsZero() {
        assertTrue(matches("color", Operator.EQUALS, false));
        assertTrue(matches("color", Operator.IN, List.of(0, 5)));
    }

    @Test
    void listsHoldTheirIds() {
        assertTrue(matches("tags", Operator.IN, List.of(3, 4)));
        assertTrue(matches("tags", Operator.NOT_EQUALS, false));
        assertFalse(matches("tags", Operator.EQUALS, false));
    }

    @Test
    void pathsLeadToOtherRecords() {
        assertTrue(matches("country_id.code", Operator.EQUALS, "BE"));
        assertTrue(matches("country_id", Operator.NOT_ANY, Condition.term("code", Operator.EQUALS, "FR")));
    }

    @Test
    void treesAreNotForTheMatcher() {
        assertThrows(UnsupportedOperationException.class, () -> matches("id", Operator.CHILD_OF, 1));
    }
}
