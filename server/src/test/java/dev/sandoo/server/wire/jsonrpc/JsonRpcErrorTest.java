package dev.sandoo.server.wire.jsonrpc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sandoo.server.error.AccessDenied;
import dev.sandoo.server.error.AccessError;
import dev.sandoo.server.error.MissingError;
import dev.sandoo.server.error.OdooError;
import dev.sandoo.server.error.PythonError;
import dev.sandoo.server.error.UserError;
import dev.sandoo.server.error.ValidationError;
import dev.sandoo.server.wire.TestVersions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Recorded: wire_jsonrpc error-*. */
class JsonRpcErrorTest {
    private static final JsonRpcStyle V19 = JsonRpcStyle.of(TestVersions.V19);
    private static final JsonRpcStyle V14 = JsonRpcStyle.of(TestVersions.V14);
    private static final String TRACEBACK =
            "Traceback (most recent call last):\n  File \"<sandoo>\", in object.execute_kw\n";

    @ParameterizedTest
    @MethodSource("errors")
    void errorHasAllMembers(OdooError error, String name, String message) {
        Map<String, Object> data = Map.of(
                "name",
                name,
                "message",
                message,
                "arguments",
                List.of(message),
                "context",
                Map.of(),
                "debug",
                TRACEBACK + name.replace("builtins.", "") + ": " + error.getMessage() + "\n");

        assertEquals(
                Map.of("code", 0, "message", "Odoo Server Error", "data", data),
                JsonRpcError.of(error, V19, "object.execute_kw"));
    }

    @Test
    void codeDependsOnTheVersion() {
        assertEquals(200, JsonRpcError.of(new UserError("x"), V14, "p").get("code"));
    }

    @Test
    void denialShowsATracebackUpTo14() {
        assertEquals("odoo.exceptions.AccessDenied: Access Denied\n", debug(V19));
        assertEquals(TRACEBACK + "odoo.exceptions.AccessDenied: Access Denied\n", debug(V14));
    }

    private static Object debug(JsonRpcStyle style) {
        Map<?, ?> data = (Map<?, ?>)
                JsonRpcError.of(new AccessDenied(), style, "object.execute_kw").get("data");
        return data.get("debug");
    }

    static Stream<Arguments> errors() {
        return Stream.of(
                Arguments.of(new UserError("No."), "odoo.exceptions.UserError", "No."),
                Arguments.of(new ValidationError("Loop."), "odoo.exceptions.ValidationError", "Loop."),
                Arguments.of(new MissingError("Gone."), "odoo.exceptions.MissingError", "Gone."),
                Arguments.of(new AccessError("Private."), "odoo.exceptions.AccessError", "Private."),
                Arguments.of(PythonError.valueError("bad"), "builtins.ValueError", "bad"),
                Arguments.of(PythonError.keyError("nope"), "builtins.KeyError", "nope"),
                Arguments.of(
                        PythonError.of("psycopg2.OperationalError", "gone\n"), "psycopg2.OperationalError", "gone\n"));
    }
}
