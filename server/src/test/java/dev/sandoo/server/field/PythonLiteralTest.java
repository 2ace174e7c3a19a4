package dev.sandoo.server.field;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sandoo.schema.OdooVersion;
import dev.sandoo.schema.load.SchemaLoader;
import dev.sandoo.server.error.PythonError;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PythonLiteralTest {
    private static final OdooVersion VERSION = SchemaLoader.version("19.0");

    @Test
    void pairsInAListAreLists() {
        assertEquals(
                List.of(List.of("a", "Alpha"), List.of("b", "It's")),
                PythonLiteral.parse(VERSION, "[('a', 'Alpha'), (\"b\", 'It\\'s'),]"));
    }

    @Test
    void constantsAndNumbersAreThemselves() {
        assertEquals(
                Arrays.asList(true, false, null, -3, 1.5),
                PythonLiteral.parse(VERSION, "[True, False, None, -3, 1.5]"));
    }

    @Test
    void bracketsAroundOneValueOnlyGroupIt() {
        assertEquals("a", PythonLiteral.parse(VERSION, "('a')"));
        assertEquals(List.of("a"), PythonLiteral.parse(VERSION, "('a',)"));
    }

    @Test
    void dictsKeepTheirKeys() {
        assertEquals(Map.of("a", List.of(1)), PythonLiteral.parse(VERSION, "{'a': [1]}"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            [('a','A')  | SyntaxError | '[' was never closed
            nonsense(   | SyntaxError | '(' was never closed
            a b         | SyntaxError | invalid syntax
            [1 2]       | SyntaxError | invalid syntax
            'abc        | SyntaxError | unterminated string literal (detected at line 1)
            nonsense    | ValueError  | malformed node or string on line 1: <ast.Name object>
            call(1)     | ValueError  | malformed node or string on line 1: <ast.Call object>
            """)
    void whatIsNoLiteralIsToldAsPythonDoes(String text, String type, String message) {
        PythonError refused = assertThrows(PythonError.class, () -> PythonLiteral.parse(VERSION, text));

        assertEquals(type, refused.type());
        assertEquals(message, refused.getMessage());
    }
}
