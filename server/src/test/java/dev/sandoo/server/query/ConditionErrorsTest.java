package dev.sandoo.server.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.DomainParser;
import dev.sandoo.server.error.PythonError;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of terms that make no sense. Recorded from real servers: orm_domains. */
class ConditionErrorsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            quoteCharacter = '`',
            value = {
                "[[\"nope\",\"=\",1]] @ ValueError: Invalid field res.partner.nope in condition ('nope', '=', 1)",
                "[[\"nope\",\"<>\",1]] @ ValueError: Invalid field res.partner.nope in condition ('nope', '<>', 1)",
                "[\"!\",[\"nope\",\"in\",[]]] @ ValueError: Invalid field res.partner.nope in condition ('nope', 'not in', [])",
                "[[\"country_id.nope\",\"=\",\"a\"]] @ ValueError: Invalid field res.country.nope in condition ('nope', '=', 'a')",
                "[[\".ref\",\"=\",\"a\"]] @ ValueError: Invalid field expression ''",
                "[[\"ref.x\",\"=\",\"a\"]] @ ValueError: Invalid field property 'x' on res.partner.ref",
                "[[\"tz_offset\",\"=\",\"a\"]] @ ValueError: Cannot convert res.partner.tz_offset to SQL because it is not stored",
                "[[\"ref\",\"=like\",1]] @ TypeError: The pattern to match must be a string in condition ('ref', '=like', 1)",
                "[[\"ref\",\"in\",[[1]]]] @ TypeError: unhashable type: 'list'",
                "[[\"ref\",\"child_of\",1]] @ ValueError: Cannot execute child_of for res.partner.ref, works only for relational fields in condition ('ref', 'child_of', 1)",
                "[[\"ref\",\"any\",[[\"x\",\"=\",1]]]] @ ValueError: Cannot use 'any' with non-relational fields in condition ('ref', 'any', [('x', '=', 1)])",
                "[[\"country_id\",\"any\",\"BE\"]] @ TypeError: Domain() invalid argument type for domain: 'BE'",
                "[[\"country_id\",\">\",\"B\"]] @ TypeError: Inequality not supported for relational field using a string in condition ('country_id', '>', 'B')",
                "[[\"country_id\",\"child_of\",20]] @ ValueError: Invalid field res.country.parent_id in condition ('parent_id', 'in', OrderedSet([20]))",
                "[[\"country_id\",\"parent_of\",20]] @ KeyError: 'parent_id'",
                "[[\"child_ids\",\">\",1]] @ AssertionError: Relational field res.partner.child_ids expects 'any' operator",
                "[[\"is_company\",\"<\",true]] @ ValueError: Cannot compare 'is_company' to <class 'bool'> which is not a collection of length 1 in condition ('is_company', '<', True)",
                "[[\"color\",\"=\",\"abc\"]] @ ValueError: invalid literal for int() with base 10: 'abc'",
                "[[\"partner_latitude\",\"=\",\"x\"]] @ ValueError: could not convert string to float: 'x'",
                "[[\"create_date\",\"=\",\"zz\"]] @ ValueError: Invalid term 'zz' in expression date: 'zz'",
                "[[\"create_date\",\"=\",\"2024-02-30\"]] @ ValueError: day is out of range for month",
                "[[\"create_date\",\"=\",\"2024-1-31\"]] @ ValueError: Invalid isoformat string: '2024-1-31'",
                "[[\"create_date\",\"=\",true]] @ ValueError: Failed to cast True into a datetime",
                "[[\"color\",\"=\",\"q\"],[\"nope\",\"=\",1]] @ ValueError: Invalid field res.partner.nope in condition ('nope', '=', 1)",
            })
    void domainObjectsSayWhatIsWrong(String domain, String message) {
        assertRefused("19.0", domain, message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            quoteCharacter = '`',
            value = {
                "[[\"nope\",\"<>\",1]] @ ValueError: Invalid field res.partner.nope in leaf ('nope', '!=', 1)",
                "[[\"nope\",\"=\",[1]]] @ ValueError: Invalid field res.partner.nope in leaf ('nope', 'in', [1])",
                "[[\"ref.x\",\"=\",\"a\"]] @ AttributeError: 'Char' object has no attribute 'auto_join'",
                "[[\"ref\",\"in\",\"abc\"]] @ ValueError: Invalid domain term ('ref', 'in', 'abc')",
                "[[\"color\",\"=\",\"abc\"]] @ ValueError: invalid literal for int() with base 10: 'abc'",
                "[[\"country_id\",\"child_of\",20]] @ ValueError: Invalid field res.country.parent_id in leaf ('parent_id', 'in', [20])",
            })
    void leavesSayWhatIsWrong(String domain, String message) {
        assertRefused("14.0", domain, message);
    }

    private static void assertRefused(String version, String domain, String message) {
        FakeContext context = FakeContext.of(version);
        ConditionCompiler compiler = new ConditionCompiler(context);

        PythonError error = assertThrows(PythonError.class, () -> {
            Condition condition = DomainParser.of(context.version()).parse(json(domain));
            compiler.compile(condition, context.model("res.partner").orElseThrow(), "res_partner");
        });

        assertEquals(message, error.type() + ": " + error.getMessage());
    }

    private static Object json(String text) throws JsonProcessingException {
        return new ObjectMapper().readValue(text, Object.class);
    }
}
