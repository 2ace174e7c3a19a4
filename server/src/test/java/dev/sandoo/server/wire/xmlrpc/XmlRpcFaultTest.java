package dev.sandoo.server.wire.xmlrpc;

import static dev.sandoo.server.wire.xmlrpc.XmlRpcDialect.NUMBERED_FAULTS;
import static dev.sandoo.server.wire.xmlrpc.XmlRpcDialect.WORDED_FAULTS;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sandoo.server.error.AccessDenied;
import dev.sandoo.server.error.AccessError;
import dev.sandoo.server.error.DatabaseError;
import dev.sandoo.server.error.MissingError;
import dev.sandoo.server.error.OdooError;
import dev.sandoo.server.error.PythonError;
import dev.sandoo.server.error.RetryableError;
import dev.sandoo.server.error.UserError;
import dev.sandoo.server.error.ValidationError;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class XmlRpcFaultTest {
    private static final String PLACE = "object.execute_kw";

    @ParameterizedTest
    @MethodSource("numbered")
    void numberedFault(OdooError error, int code, String string) {
        assertEquals(new XmlRpcFault(code, string), XmlRpcFault.of(error, NUMBERED_FAULTS, PLACE));
    }

    @ParameterizedTest
    @MethodSource("worded")
    void wordedFault(OdooError error, String code, String string) {
        assertEquals(new XmlRpcFault(code, string), XmlRpcFault.of(error, WORDED_FAULTS, PLACE));
    }

    /** Recorded on 19.0 and 14.0: auth_rpc error-*, wire_xmlrpc exception-*; not emulated: assumed, Odoo has no such error. */
    static Stream<Arguments> numbered() {
        return Stream.of(
                Arguments.of(new UserError("No."), 2, "No."),
                Arguments.of(new ValidationError("Recursion Detected."), 2, "Recursion Detected."),
                Arguments.of(new MissingError("Gone."), 2, "Gone."),
                Arguments.of(new AccessDenied(), 3, "Access Denied"),
                Arguments.of(new AccessError("Private."), 4, "Private."),
                Arguments.of(PythonError.valueError("bad"), 1, traceback("ValueError: bad")),
                Arguments.of(PythonError.keyError("x"), 1, traceback("KeyError: 'x'")),
                Arguments.of(PythonError.of("Exception", ""), 1, traceback("Exception")),
                Arguments.of(PythonError.notEmulated("no"), 1, traceback("NotImplementedError: no")),
                Arguments.of(database(), 1, traceback("psycopg2.errors.UniqueViolation: twice")),
                Arguments.of(retryable(), 1, traceback("psycopg2.errors.SerializationFailure: again")));
    }

    static Stream<Arguments> worded() {
        return Stream.of(
                Arguments.of(new UserError("No."), "warning -- UserError\n\nNo.", ""),
                Arguments.of(new ValidationError("Loop."), "warning -- UserError\n\nLoop.", ""),
                Arguments.of(new MissingError("Gone."), "warning -- MissingError\n\nGone.", ""),
                Arguments.of(new AccessDenied(), "AccessDenied", "Access Denied"),
                Arguments.of(new AccessError("Private."), "warning -- AccessError\n\nPrivate.", ""),
                Arguments.of(PythonError.valueError("bad"), "bad", traceback("ValueError: bad")),
                Arguments.of(PythonError.keyError("x"), "x", traceback("KeyError: 'x'")),
                Arguments.of(PythonError.notEmulated("no"), "no", traceback("NotImplementedError: no")),
                Arguments.of(database(), "twice", traceback("psycopg2.errors.UniqueViolation: twice")),
                Arguments.of(retryable(), "again", traceback("psycopg2.errors.SerializationFailure: again")));
    }

    private static String traceback(String lastLine) {
        return "Traceback (most recent call last):\n  File \"<sandoo>\", in " + PLACE + "\n" + lastLine + "\n";
    }

    private static DatabaseError database() {
        return new DatabaseError(
                "23505",
                "psycopg2.errors.UniqueViolation",
                "twice",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                null);
    }

    private static RetryableError retryable() {
        return new RetryableError("psycopg2.errors.SerializationFailure", "again", null);
    }
}
