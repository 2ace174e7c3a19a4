package dev.sandoo.server.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sandoo.server.wire.json.JsonReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryReaderTest {
    private static Map<?, ?> json(String text) throws Exception {
        return (Map<?, ?>) new JsonReader().read(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aVerificationReadsAsItIsWritten() throws Exception {
        Verification read = QueryReader.verification(json("{'model': 'res.partner', 'method': 'create', 'user': 2,"
                + " 'where': {'values.email': {'set': true}, 'values.name': 'Ada'}, 'exactly': 2}"));

        assertEquals("exactly 2", read.wanted());
        assertEquals(
                "calls of res.partner.create by 2 with values.email set and values.name is 'Ada'",
                read.calls().toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'outcome': 'ok'}               | at least 1",
                "{'at_least': 2}                  | at least 2",
                "{'at_most': 3}                   | at most 3",
                "{'at_least': 2, 'at_most': 3}     | between 2 and 3",
                "{'never': true}                 | no",
                "{'exactly': 0}                  | no"
            })
    void numbersOfCallsAreRead(String document, String wanted) throws Exception {
        String quoted = document.contains("{") ? document : "{" + document + "}";

        assertEquals(wanted, QueryReader.verification(json(quoted)).wanted());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'modell': 'x'}  | modell is not known; there are at_least, at_most, exactly, key, method, model, never, outcome, since, user, where",
                "{'model': 3}     | model is no text",
                "{'exactly': -1}  | exactly is no number from 0",
                "{'exactly': 1, 'at_least': 1} | at_least makes no sense beside exactly",
                "{'at_least': 3, 'at_most': 1}  | at_most is less than at_least",
                "{'where': []}    | where is no object of places and what they should hold",
                "{'where': {'values.x': {'like': 'a'}}} | where.values.x compares by 'like', which is none of above, below, contains, equals, in, matches, not, set",
                "{'where': {'values.x': {'set': 1}}} | where.values.x.set is neither true nor false",
                "{'where': {'values.x': {'matches': '('}}} | where.values.x.matches is no regular expression: Unclosed group"
            })
    void whatMakesNoSenseIsNamed(String document, String message) throws Exception {
        Map<?, ?> wrong = json(document);

        assertEquals(
                message,
                assertThrows(BadQueryException.class, () -> QueryReader.verification(wrong))
                        .getMessage());
    }
}
