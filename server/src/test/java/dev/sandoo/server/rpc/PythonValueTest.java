package dev.sandoo.server.rpc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sandoo.server.error.PythonError;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Source: what Odoo 19.0 and 14.0 made of such values as a user's id, arguments or keyword arguments. */
class PythonValueTest {
    static Stream<Arguments> integers() {
        return Stream.of(
                Arguments.of(2, 2),
                Arguments.of(-5, -5),
                Arguments.of(true, 1),
                Arguments.of(false, 0),
                Arguments.of(2.9, 2),
                Arguments.of(-2.9, -2),
                Arguments.of(3_000_000_000L, Integer.MAX_VALUE),
                Arguments.of(BigInteger.TEN.pow(30).negate(), Integer.MIN_VALUE),
                Arguments.of("2", 2),
                Arguments.of(" 2 ", 2),
                Arguments.of("02", 2),
                Arguments.of("+2", 2),
                Arguments.of("-2", -2),
                Arguments.of("1_0", 10),
                Arguments.of("٢", 2),
                Arguments.of("99999999999999999999", Integer.MAX_VALUE));
    }

    @ParameterizedTest
    @MethodSource("integers")
    void idsAreReadAsPythonReadsIntegers(Object value, int id) {
        assertEquals(id, PythonValue.integer(value, "a number"));
    }

    static Stream<Arguments> noIntegers() {
        return Stream.of(
                Arguments.of("two", "invalid literal for int() with base 10: 'two'"),
                Arguments.of("", "invalid literal for int() with base 10: ''"),
                Arguments.of("2.0", "invalid literal for int() with base 10: '2.0'"),
                Arguments.of("2_", "invalid literal for int() with base 10: '2_'"),
                Arguments.of("2__0", "invalid literal for int() with base 10: '2__0'"),
                Arguments.of(Double.NaN, "cannot convert float NaN to integer"),
                Arguments.of(Double.POSITIVE_INFINITY, "cannot convert float infinity to integer"),
                Arguments.of(null, "int() argument must be a string, a bytes-like object or a number, not 'NoneType'"),
                Arguments.of(
                        List.of(2), "int() argument must be a string, a bytes-like object or a number, not 'list'"),
                Arguments.of(Map.of(), "int() argument must be a string, a bytes-like object or a number, not 'dict'"));
    }

    @ParameterizedTest
    @MethodSource("noIntegers")
    void otherIdsAreRefusedInPythonsWords(Object value, String message) {
        PythonError error = assertThrows(PythonError.class, () -> PythonValue.integer(value, "a number"));

        assertEquals(message, error.getMessage());
    }

    @Test
    void argumentsMayBeAnythingThatCanBeIteratedOver() {
        assertEquals(List.of(1, 2), PythonValue.unpacked(List.of(1, 2)));
        assertEquals(List.of("a"), PythonValue.unpacked(Map.of("a", 1)));
        assertEquals(List.of("a", "🔑"), PythonValue.unpacked("a🔑"));
    }

    @Test
    void otherArgumentsAreRefused() {
        assertEquals("Value after * must be an iterable, not int", message(() -> PythonValue.unpacked(5)));
        assertEquals("Value after * must be an iterable, not NoneType", message(() -> PythonValue.unpacked(null)));
        assertEquals("Value after * must be an iterable, not bool", message(() -> PythonValue.unpacked(true)));
    }

    @Test
    void keywordsMayBePairs() {
        assertEquals(Map.of("a", 1), PythonValue.dictionary(Map.of("a", 1)));
        assertEquals(Map.of("a", 1), PythonValue.dictionary(List.of(List.of("a", 1))));
        assertEquals(Map.of("a", "b"), PythonValue.dictionary(List.of("ab")));
        assertEquals(Map.of(), PythonValue.dictionary(""));
    }

    @Test
    void otherKeywordsAreRefused() {
        assertEquals("'int' object is not iterable", message(() -> PythonValue.dictionary(5)));
        assertEquals(
                "dictionary update sequence element #0 has length 1; 2 is required",
                message(() -> PythonValue.dictionary("x")));
        assertEquals(
                "cannot convert dictionary update sequence element #1 to a sequence",
                message(() -> PythonValue.dictionary(Arrays.asList("ab", 5))));
    }

    private static String message(Runnable work) {
        return assertThrows(PythonError.class, work::run).getMessage();
    }
}
