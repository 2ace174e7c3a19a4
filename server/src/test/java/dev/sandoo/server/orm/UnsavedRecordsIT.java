package dev.sandoo.server.orm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sandoo.server.TestModels;
import dev.sandoo.server.error.MissingError;
import dev.sandoo.server.error.PythonError;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Methods called on {@code false}, 0 and other ids that no record has. Source: asked of both versions. */
class UnsavedRecordsIT {
    private static final String TAG = "res.partner.category";

    @AutoClose
    private TestModels models;

    private Object call(String method, Object... arguments) {
        return models.call(TAG, method, Arrays.asList(arguments), Map.of());
    }

    private static Map<String, Object> row(Object id, Object name, Object active) {
        return Map.of("id", id, "name", name, "active", active);
    }

    @Test
    void readAsTheirDefaultsUnderTheIdThatWasGiven() {
        models = new TestModels("19.0");
        Object tag = call("create", Map.of("name", "Saved"));

        Object rows = call("read", List.of(false, tag, 0), List.of("name", "active"));

        assertEquals(List.of(row(false, false, true), row(tag, "Saved", true), row(0, false, true)), rows);
    }

    @ParameterizedTest
    @ValueSource(strings = {"19.0", "14.0"})
    void areWrittenAndDeletedToNoEffect(String version) {
        models = new TestModels(version);
        Object tag = call("create", Map.of("name", "Saved"));

        assertEquals(true, call("write", List.of(false, tag), Map.of("name", "Written")));
        Object rows = call("read", List.of(tag), List.of("name", "active"));
        assertEquals(List.of(row(tag, "Written", true)), rows);
        assertEquals(true, call("unlink", List.of(0, false)));
    }

    @Test
    void theEarlierVersionLooksForFalseOnlyToRead() {
        models = new TestModels("14.0");

        assertThrows(PythonError.class, () -> call("read", List.of(false), List.of("name")));
        assertEquals(List.of(List.of(false, "")), call("name_get", List.of(false)));
    }

    @Test
    void whatNoRecordCanHaveIsMissingAsItWasWrittenWhereItIsLookedFor() {
        models = new TestModels("19.0");

        assertEquals(List.of(), call("read", List.of("12", 1.5, 1L << 40), List.of("name")));
        List<Long> impossible = List.of(1L << 40);
        assertEquals(true, call("write", impossible, Map.of("name", "Nobody")));
        MissingError missing = assertThrows(
                MissingError.class,
                () -> models.call("res.partner", "write", List.of(impossible, Map.of("comment", "x")), Map.of()));
        assertEquals(
                "Record does not exist or has been deleted.\n(Record: res.partner(1099511627776,), User: 2)",
                missing.getMessage());
    }
}
