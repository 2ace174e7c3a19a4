package dev.sandoo.server.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sandoo.schema.OdooVersion;
import dev.sandoo.schema.load.SchemaLoader;
import dev.sandoo.server.error.PythonError;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expectations are recorded from real servers: scenarios {@code malformed-*} and {@code domain-itself-wrong} of orm_domains. */
class DomainParserTest {
    private static final Map<String, OdooVersion> VERSIONS = Map.of(
            "19.0", SchemaLoader.version("19.0"),
            "14.0", SchemaLoader.version("14.0"));
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            quoteCharacter = '`',
            value = {
                "null @ TypeError: Domain() invalid argument type for domain: None",
                "0 @ TypeError: Domain() invalid argument type for domain: 0",
                "\"x\" @ TypeError: Domain() invalid argument type for domain: 'x'",
                "{\"ref\":\"a\"} @ TypeError: Domain() invalid argument type for domain: {'ref': 'a'}",
                "[[]] @ ValueError: Domain() invalid item in domain: []",
                "[[\"ref\",\"=\"]] @ ValueError: Domain() invalid item in domain: ['ref', '=']",
                "[\"ref\",\"=\",\"a\"] @ ValueError: Domain() invalid item in domain: 'a'",
                "[true] @ ValueError: Domain() invalid item in domain: True",
                "[\"AND\",[\"r\",\"=\",1]] @ ValueError: Domain() invalid item in domain: 'AND'",
                "[\"&\"] @ ValueError: Domain() malformed domain ['&']",
                "[[\"r\",\"=\",1],\"|\"] @ ValueError: Domain() malformed domain [['r', '=', 1], '|']",
                "[\"!\",\"!\"] @ ValueError: Domain() malformed domain ['!', '!']",
                "[[\"r\",null,\"a\"]] @ AttributeError: 'NoneType' object has no attribute 'lower'",
                "[[null,\"=\",\"a\"]] @ TypeError: Domain() invalid arguments: (None, '=', 'a')",
                "[[2,\"=\",2]] @ TypeError: Domain() invalid arguments: (2, '=', 2)",
                "[[\"\",\"zz\",\"a\"]] @ TypeError: Empty field name in condition ('', 'zz', 'a')",
                "[[\"r\",\"=!\",\"a\"]] @ ValueError: Invalid operator in condition ('r', '=!', 'a')",
                "[[\"r\",\" =\",\"a\"]] @ ValueError: Invalid operator in condition ('r', ' =', 'a')",
                "[[\"c\",\"any!\",[]]] @ ValueError: Domain() invalid item in domain: ['c', 'any!', []]",
            })
    void domainObjectsRefuseWhatIsNoDomain(String wire, String message) {
        assertRefused("19.0", wire, message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            quoteCharacter = '`',
            value = {
                "\"x\" @ AssertionError: Domains to normalize must have a 'domain' form: a list or tuple of domain components",
                "[\"&\",[\"r\",\"=\",1]] @ AssertionError: This domain is syntactically not correct: ['&', ['r', '=', 1]]",
                "[\"!\",\"!\"] @ AssertionError: This domain is syntactically not correct: ['!', '!']",
                "[[]] @ IndexError: tuple index out of range",
                "[\"ref\",\"=\",\"a\"] @ IndexError: string index out of range",
                "[\"ref\"] @ ValueError: Invalid leaf ref",
                "[null] @ TypeError: object of type 'NoneType' has no len()",
                "[{\"ref\":\"a\"}] @ TypeError: unhashable type: 'dict'",
                "[[\"r\",\"=\"]] @ ValueError: Invalid leaf ('r', '=')",
                "[[\"r\",null,\"a\"]] @ ValueError: Invalid leaf ('r', None, 'a')",
                "[[\"r\",\"ILIKE\",\"a\"]] @ ValueError: Invalid leaf ('r', 'ILIKE', 'a')",
                "[[\"r\",\"==\",1]] @ ValueError: Invalid leaf ('r', '==', 1)",
                "[[\"r\",\"IN\",[1]]] @ TypeError: unhashable type: 'list'",
                "[[\"r\",\"any\",[]]] @ TypeError: unhashable type: 'list'",
                "[\"!\",[0,\"=\",1]] @ ValueError: Invalid leaf (0, '!=', 1)",
                "[[\"n\",\"=\",1],[\"r\",\"=~\",1]] @ ValueError: Invalid leaf ('r', '=~', 1)",
            })
    void leafListsRefuseWhatIsNoDomain(String wire, String message) {
        assertRefused("14.0", wire, message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            quoteCharacter = '`',
            value = {
                "[] @ [(1, '=', 1)]",
                "[[1,\"=\",1]] @ [(1, '=', 1)]",
                "[[0,\"=\",true]] @ [(0, '=', 1)]",
                "[[\"a\",\"=\",1],[\"b\",\"in\",[2]]] @ ['&', ('a', '=', 1), ('b', 'in', [2])]",
                "[\"|\",[\"a\",\"=\",1],[\"b\",\"=\",2],[\"c\",\"=\",3]] @ ['&', '|', ('a', '=', 1), ('b', '=', 2), ('c', '=', 3)]",
                "[\"|\",\"|\",[\"a\",\"=\",1],[\"b\",\"=\",2],[\"c\",\"=\",3]] @ ['|', '|', ('a', '=', 1), ('b', '=', 2), ('c', '=', 3)]",
                "[\"!\",\"!\",[\"a\",\"=\",1]] @ [('a', '=', 1)]",
            })
    void bothVersionsReadPrefixNotation(String wire, String domain) {
        assertEquals(domain, DomainPrinter.repr(parse("19.0", wire)));
        assertEquals(domain, DomainPrinter.repr(parse("14.0", wire)));
    }

    @Test
    void domainObjectsTakeNoneForFalseAndOperatorsInAnyCase() {
        assertEquals("[('a', '=', False)]", DomainPrinter.repr(parse("19.0", "[[\"a\",\"=\",null]]")));
        assertEquals("[('a', 'not in', [1])]", DomainPrinter.repr(parse("19.0", "[[\"a\",\"NOT In\",[1]]]")));
    }

    @Test
    void domainObjectsReadTheDomainOfAny() {
        Condition parsed = parse("19.0", "[[\"c\",\"any\",[[\"code\",\"=\",\"BE\"]]]]");

        assertEquals(Condition.term("c", Operator.ANY, Condition.term("code", Operator.EQUALS, "BE")), parsed);
    }

    @Test
    void leafListsPushNegationDownToTheLeaves() {
        assertEquals(
                "['|', ('a', '>=', 1), ('b', 'not in', [2])]",
                DomainPrinter.repr(parse("14.0", "[\"!\",\"&\",[\"a\",\"<\",1],[\"b\",\"in\",[2]]]")));
        assertEquals(
                "['!', ('a', '=like', 'x')]", DomainPrinter.repr(parse("14.0", "[\"!\",[\"a\",\"=like\",\"x\"]]")));
    }

    @Test
    void leafListsThatMatchNothingAreNotLookedAtFurther() {
        assertEquals(Condition.FALSE, parse("14.0", "[[\"id\",\"in\",[]],[\"nope\",\"===\",1]]"));
        assertEquals(Condition.FALSE, parse("14.0", "[\"!\",[1,\"=\",1]]"));
    }

    @Test
    void longChainsStayFlatAndDeepAlternationIsRefused() {
        List<Object> chain = new ArrayList<>(Collections.nCopies(9_999, "|"));
        chain.addAll(Collections.nCopies(10_000, List.of("a", "=", 1)));
        List<Object> deep = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            deep.add(i % 2 == 0 ? "|" : "&");
            deep.add(List.of("a", "=", 1));
        }
        deep.add(List.of("a", "=", 1));
        DomainParser parser = DomainParser.of(VERSIONS.get("19.0"));

        assertEquals(10_000, ((Condition.AnyOf) parser.parse(chain)).parts().size());
        assertEquals(
                "maximum recursion depth exceeded",
                assertThrows(PythonError.class, () -> parser.parse(deep)).getMessage());
    }

    private static void assertRefused(String version, String wire, String message) {
        PythonError error = assertThrows(PythonError.class, () -> parse(version, wire));

        assertEquals(message, error.type() + ": " + error.getMessage());
    }

    private static Condition parse(String version, String wire) {
        try {
            return DomainParser.of(VERSIONS.get(version)).parse(JSON.readValue(wire, Object.class));
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(wrong);
        }
    }
}
