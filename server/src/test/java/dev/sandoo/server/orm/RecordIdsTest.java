package dev.sandoo.server.orm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sandoo.schema.load.SchemaLoader;
import dev.sandoo.server.error.OdooError;
import dev.sandoo.server.error.PythonError;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Source: recorded scenario orm_read/ids of both versions. */
class RecordIdsTest {
    private final WireIds written = new WireIds();
    private final RecordIds newer = new RecordIds(SchemaLoader.version("19.0"), written);
    private final RecordIds older = new RecordIds(SchemaLoader.version("14.0"), new WireIds());

    @Test
    void oneIdOrAListOfThem() {
        assertEquals(List.of(7), newer.of(7));
        assertEquals(List.of(7, 7, 3), newer.of(List.of(7, 7, 3)));
        assertEquals(List.of(), newer.of(false));
        assertEquals(List.of(), newer.of(null));
    }

    @Test
    void falseStandsForARecordThatIsNotSaved() {
        List<Integer> ids = newer.of(Arrays.asList(false, null, 0, 7));

        assertEquals(
                Arrays.asList(false, null, 0, 7),
                ids.stream().map(written::written).toList());
        assertEquals(List.of(7), written.saved(ids));
    }

    @Test
    void whatNoRecordHasIsNowhereFoundAndShownAsItWasWritten() {
        List<Object> wire = List.of(1.5, 1L << 40, "12");
        List<Integer> ids = newer.of(wire);

        assertEquals(wire, ids.stream().map(written::written).toList());
        assertTrue(ids.stream().allMatch(id -> id < 0 && !written.isUnsaved(id)));
        assertEquals(List.of(7), newer.of(List.of(7.0)));
        assertEquals(7.0, written.written(7));
    }

    @Test
    void textsAreRefused() {
        OdooError mixed = assertThrows(OdooError.class, () -> older.of(List.of("12")));
        assertEquals(
                "Database fetch misses ids (('12',)) and has extra ids ((12,)), may be caused by a type incoherence in"
                        + " a previous request",
                mixed.getMessage());
        assertEquals("invalid input syntax for type integer: \"x\"\n", refusal("x"));
        assertEquals("invalid input syntax for type integer: \"id\"\n", refusal(Map.of("id", 1)));
    }

    @Test
    void otherValuesAreRefusedAsPythonWould() {
        assertEquals("'float' object is not iterable", refusal(1.5));
        assertEquals("unhashable type: 'list'", refusal(Arrays.asList(List.of(1))));
        assertEquals("'bool' object is not iterable", refusal(true));
        assertThrows(PythonError.class, () -> older.of(List.of(1.5)));
    }

    private String refusal(Object wire) {
        return assertThrows(PythonError.class, () -> newer.of(wire)).getMessage();
    }
}
