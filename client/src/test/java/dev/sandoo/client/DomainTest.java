package dev.sandoo.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class DomainTest {
    private static final Domain COMPANY = Domain.field("is_company").is(true);
    private static final Domain BELGIAN = Domain.field("country_id.code").is("BE");
    private static final Domain NAMED = Domain.field("name").ilike("azure");

    @Test
    void comparisonIsOneTerm() {
        assertEquals(List.of(List.of("is_company", "=", true)), COMPANY.toList());
    }

    @Test
    void operatorsStandBeforeWhatTheyJoin() {
        assertEquals(
                List.of(
                        "&",
                        List.of("is_company", "=", true),
                        "|",
                        List.of("country_id.code", "=", "BE"),
                        List.of("name", "ilike", "azure")),
                COMPANY.and(BELGIAN.or(NAMED)).toList());
    }

    @Test
    void orderOfJoiningIsKept() {
        assertEquals(
                List.of(
                        "|",
                        "&",
                        List.of("is_company", "=", true),
                        List.of("country_id.code", "=", "BE"),
                        List.of("name", "ilike", "azure")),
                COMPANY.and(BELGIAN).or(NAMED).toList());
    }

    @Test
    void negationStandsBeforeTheWhole() {
        assertEquals(
                List.of("!", "&", List.of("is_company", "=", true), List.of("country_id.code", "=", "BE")),
                COMPANY.and(BELGIAN).not().toList());
    }

    @Test
    void allIsNeutral() {
        assertEquals(COMPANY, Domain.all().and(COMPANY));
        assertEquals(COMPANY, COMPANY.and(Domain.all()));
        assertEquals(Domain.all(), COMPANY.or(Domain.all()));
    }

    @Test
    void oppositeOfAllIsRefused() {
        assertThrows(IllegalStateException.class, () -> Domain.all().not());
    }

    @Test
    void everyComparisonHasItsOperator() {
        Domain.Field field = Domain.field("f");

        assertEquals(List.of(List.of("f", "!=", 1)), field.isNot(1).toList());
        assertEquals(List.of(List.of("f", "!=", false)), field.isSet().toList());
        assertEquals(List.of(List.of("f", "=", false)), field.isUnset().toList());
        assertEquals(
                List.of(List.of("f", "in", List.of(1, 2))),
                field.in(List.of(1, 2)).toList());
        assertEquals(
                List.of(List.of("f", "not in", List.of(1))),
                field.notIn(List.of(1)).toList());
        assertEquals(List.of(List.of("f", "<", 1)), field.lessThan(1).toList());
        assertEquals(List.of(List.of("f", "<=", 1)), field.atMost(1).toList());
        assertEquals(List.of(List.of("f", ">", 1)), field.greaterThan(1).toList());
        assertEquals(List.of(List.of("f", ">=", 1)), field.atLeast(1).toList());
        assertEquals(List.of(List.of("f", "like", "x")), field.like("x").toList());
        assertEquals(List.of(List.of("f", "=like", "x%")), field.matches("x%").toList());
        assertEquals(List.of(List.of("f", "child_of", 3)), field.childOf(3).toList());
    }
}
