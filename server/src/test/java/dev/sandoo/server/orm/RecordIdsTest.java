package dev.sandoo.server.orm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sandoo.schema.load.SchemaLoader;
import dev.sandoo.server.error.OdooError;
import dev.sandoo.server.error.PythonError;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Source: recorded scenario orm_read/ids of both versions. */
class RecordIdsTest {
    private final RecordIds newer = new RecordIds(SchemaLoader.version("19.0"));
    private final RecordIds older = new RecordIds(SchemaLoader.version("14.0"));

    @Test
    void oneIdOrAListOfThem() {
        assertEquals(List.of(7), newer.of(7));
        assertEquals(List.of(7, 7, 3), newer.of(List.of(7, 7, 3)));
        assertEquals(List.of(), newer.of(false));
        assertEquals(List.of(), newer.of(null));
    }

    @Test
    void falseStandsForARecordThatIsNotSaved() {
        assertEquals(List.of(0), newer.of(List.of(false)));
        assertThrows(PythonError.class, () -> older.of(List.of(false)));
    }

    @Test
    void textsFindNothingOrAreRefused() {
        assertEquals(List.of(), newer.of(List.of("12")));
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
        assertEquals("integer out of range\n", refusal(List.of(1L << 40)));
    }

    private String refusal(Object wire) {
        return assertThrows(PythonError.class, () -> newer.of(wire)).getMessage();
    }
}
