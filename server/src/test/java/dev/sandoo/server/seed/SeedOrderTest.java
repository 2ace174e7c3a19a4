package dev.sandoo.server.seed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SeedOrderTest {
    private int line;

    @Test
    void recordsStayInTheOrderTheyCameIn() {
        assertEquals("a b c", order(record("a"), record("b"), record("c")));
    }

    @Test
    void whatIsReferredToComesFirst() {
        assertEquals("c b a d", order(record("a", "b"), record("b", "c"), record("c"), record("d")));
    }

    @Test
    void referencesWithinRecordsCountToo() {
        SeedRecord order = new SeedRecord(
                "m",
                Optional.of("t.order"),
                Optional.empty(),
                values("lines", List.of(Map.of("product_id/id", "t.lamp"))),
                place());

        assertEquals("lamp order", order(order, record("lamp")));
    }

    @Test
    void aTableComesWholeAfterAllThatItsRowsReferTo() {
        SeedTable table = new SeedTable(
                "m",
                List.of("id", "parent_id/id"),
                List.of(List.of("t.x", "t.a"), List.of("t.y", "t.b")),
                List.of(2, 3),
                place());

        List<Unit> units = SeedOrder.of(List.of(record("a"), table, record("b"), record("c", "y")));

        assertEquals(2, units.indexOf(table));
    }

    @Test
    void recordsWithoutNamesAreAllKept() {
        SeedRecord nameless =
                new SeedRecord("m", Optional.empty(), Optional.empty(), values("name", "same"), new Place("f.yaml", 1));
        SeedRecord equal =
                new SeedRecord("m", Optional.empty(), Optional.empty(), values("name", "same"), new Place("f.yaml", 1));

        assertEquals(2, SeedOrder.of(List.of(nameless, equal)).size());
    }

    @Test
    void whatNobodyMakesIsLeftToTheDatabase() {
        assertEquals("a", order(record("a", "elsewhere")));
    }

    @Test
    void aRecordMayReferToItself() {
        assertEquals("a", order(record("a", "a")));
    }

    @Test
    void namesThatAreGivenTwiceAreToldWithBothPlaces() {
        assertEquals("f.yaml line 2, t.a: is at f.yaml line 1 already", problem(record("a"), record("a"), record("b")));
    }

    @Test
    void circlesAreTold() {
        assertEquals(
                "f.yaml line 1: refers to what refers to it; leave one of the references to a later file",
                problem(record("a", "b"), record("b", "c"), record("c", "a")));
    }

    private static String problem(Unit... units) {
        return assertThrows(SeedException.class, () -> order(units)).getMessage();
    }

    private static String order(Unit... units) {
        return SeedOrder.of(Arrays.asList(units)).stream()
                .map(unit -> unit.names().iterator().next().substring(2))
                .reduce((one, other) -> one + " " + other)
                .orElse("");
    }

    private SeedRecord record(String name, String... references) {
        String targets =
                String.join(",", Arrays.stream(references).map(to -> "t." + to).toList());
        return new SeedRecord(
                "m", Optional.of("t." + name), Optional.empty(), values("parent_id/id", targets), place());
    }

    private static Map<String, SeedRecord.Value> values(String field, Object value) {
        Map<String, SeedRecord.Value> values = new LinkedHashMap<>();
        values.put(field, new SeedRecord.Value(value, new Place("f.yaml", 1)));
        return values;
    }

    private Place place() {
        return new Place("f.yaml", ++line);
    }
}
