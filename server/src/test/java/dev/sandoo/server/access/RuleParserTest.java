package dev.sandoo.server.access;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sandoo.schema.load.BaseData;
import dev.sandoo.schema.load.SchemaLoader;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleParserTest {
    private static final RuleVariables VARIABLES = new RuleVariables() {
        @Override
        public Object value(String root, List<String> path) {
            return root.equals("company_ids") ? List.of(1, 2) : root + String.join(".", path);
        }

        @Override
        public boolean hasGroup(String externalId) {
            return externalId.equals("base.group_user");
        }
    };

    private static Object value(String expression) {
        return RuleParser.parse("some rule", expression).value(VARIABLES);
    }

    @Test
    void everyRuleOfTheBaseDataIsUnderstood() {
        for (String version : SchemaLoader.versions()) {
            BaseData.of(version).rules().stream()
                    .filter(rule -> !rule.domain().isBlank())
                    .forEach(rule -> assertDoesNotThrow(() -> RuleParser.parse(rule.name(), rule.domain())));
        }
    }

    @Test
    void listsAndTuplesBecomeLists() {
        assertEquals(
                List.of("|", List.of("a", "=", 1), List.of("b", "=", false)),
                value("['|', ('a', '=', 1), ('b', '=', False)]"));
    }

    @Test
    void concatenatedListsFollowEachOther() {
        assertEquals(Arrays.asList(1, 2, false), value("company_ids + [False]"));
    }

    @Test
    void aComprehensionTakesAnAttributeOfEachRecord() {
        assertEquals("usergroups_id.ids", value("[g.id for g in user.groups_id]"));
    }

    @Test
    void mappedFollowsItsPath() {
        assertEquals("userenv.companies.country_code", value("user.env.companies.mapped('country_code')"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "user.has_group('base.group_user') and 1 or 2; 1",
                "user.has_group('x.y') and 1 or 2; 2",
                "3 if not 0 else 4; 3",
                "1 in company_ids; true",
                "1 not in company_ids; false",
                "1 == 2; false",
                "-5; -5"
            })
    void logicIsPythons(String expression, String expected) {
        assertEquals(expected, String.valueOf(value(expression)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "user.unlink(); unlink() is not known in rules",
                "[1, 2; the end is not expected in a rule",
                "a ? b; '?' at 2 is not known in rules",
                "__import__('os'); ( at 10 is not expected in a rule",
                "[x for x in user.ids if x]; ] at 25 is not expected in a rule"
            })
    void anythingElseIsRefusedWithItsPlace(String expression, String message) {
        IllegalArgumentException error = assertThrows(IllegalArgumentException.class, () -> value(expression));

        assertEquals("record rule 'some rule': " + message, error.getMessage());
    }
}
