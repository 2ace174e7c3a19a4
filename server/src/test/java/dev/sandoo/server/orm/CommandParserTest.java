package dev.sandoo.server.orm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sandoo.schema.ModelDef;
import dev.sandoo.schema.load.SchemaLoader;
import dev.sandoo.server.error.PythonError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Source: recorded scenarios orm_commands malformed-*, and the same values put to 19.0 and 14.0. */
class CommandParserTest {
    private static final ModelDef PARTNER = SchemaLoader.load("19.0").models().get("res.partner");

    private static List<Command> parse(String field, Object wire) {
        return new CommandParser(PARTNER, PARTNER.fields().get(field)).parse(wire);
    }

    private static String refusal(String field, Object wire) {
        PythonError error = assertThrows(PythonError.class, () -> parse(field, wire));
        return error.type() + ": " + error.getMessage();
    }

    @Test
    void nothingClearsAndAnEmptyListDoesNot() {
        assertEquals(List.of(new Command(Command.Kind.SET, null, List.of())), parse("child_ids", false));
        assertEquals(List.of(), parse("child_ids", List.of()));
    }

    @Test
    void aListThatStartsWithAnIdIsAListOfIds() {
        assertEquals(
                List.of(new Command(Command.Kind.SET, null, List.of(3, List.of(4, 5, 0)))),
                parse("category_id", List.of(3, List.of(4, 5, 0))));
    }

    @Test
    void codesThatAreUnknownArePassedOver() {
        assertEquals(List.of(), parse("child_ids", List.of(List.of(7, 0, 0), List.of("4", 1), List.of(-1, 1))));
        assertEquals(List.of(new Command(Command.Kind.LINK, 5, null)), parse("child_ids", List.of(List.of(4.0, 5))));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 6})
    void commandsThatLackAPartAreRefused(int code) {
        assertEquals("IndexError: list index out of range", refusal("category_id", List.of(List.of(code))));
    }

    @Test
    void valuesThatAreNoListsAreRefused() {
        assertEquals("ValueError: Wrong value for res.partner.child_ids: x", refusal("child_ids", "x"));
        assertEquals(
                "ValueError: Wrong value for res.partner.category_id: {'a': 1}",
                refusal("category_id", Map.of("a", 1)));
    }

    @Test
    void manyToManysPassOverWhatOneToManysRefuse() {
        List<Object> mixed = new ArrayList<>(Arrays.asList(List.of(4, 5), 7));
        assertEquals(List.of(new Command(Command.Kind.LINK, 5, null)), parse("category_id", mixed));
        assertEquals("TypeError: 'int' object is not subscriptable", refusal("child_ids", mixed));
        assertEquals("IndexError: list index out of range", refusal("child_ids", List.of(List.of())));
        assertEquals(List.of(), parse("category_id", List.of(List.of())));
    }
}
