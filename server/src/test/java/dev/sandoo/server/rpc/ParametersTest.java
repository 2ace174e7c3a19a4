package dev.sandoo.server.rpc;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sandoo.server.error.PythonError;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParametersTest {
    private static final List<Object> NOTHING = List.of();

    /** Source: answers of Odoo 19.0 and 14.0 to {@code common.login} and the like. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | f() missing 3 required positional arguments: 'db', 'login', and 'password'",
                "1 | f() missing 2 required positional arguments: 'login' and 'password'",
                "2 | f() missing 1 required positional argument: 'password'",
                "4 | f() takes 3 positional arguments but 4 were given"
            })
    void wrongNumbersAreReportedAsPythonDoes(int given, String message) {
        Parameters parameters = Parameters.of("f", "db", "login", "password");

        PythonError error = assertThrows(PythonError.class, () -> parameters.check(Collections.nCopies(given, "x")));

        assertEquals("TypeError", error.type());
        assertEquals(message, error.getMessage());
    }

    @Test
    void tooManyForNone() {
        assertEquals("f() takes 0 positional arguments but 1 was given", message(Parameters.of("f"), 1));
    }

    @Test
    void tooManyForOne() {
        assertEquals("f() takes 1 positional argument but 2 were given", message(Parameters.of("f", "a"), 2));
    }

    @Test
    void tooManyForOptionalOnes() {
        assertEquals(
                "f() takes from 0 to 1 positional arguments but 2 were given",
                message(Parameters.of("f").withOptional(1), 2));
    }

    @Test
    void fittingNumbersPass() {
        assertDoesNotThrow(() -> Parameters.of("f").check(NOTHING));
        assertDoesNotThrow(() -> Parameters.of("f", "a").withOptional(1).check(List.of(1, 2)));
    }

    private static String message(Parameters parameters, int given) {
        return assertThrows(PythonError.class, () -> parameters.check(Collections.nCopies(given, "x")))
                .getMessage();
    }
}
