package dev.sandoo.server.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sandoo.server.domain.Condition.Not;
import java.util.List;
import org.junit.jupiter.api.Test;

class NegationTest {
    private static final Condition A = Condition.term("a", Operator.EQUALS, 1);
    private static final Condition B = Condition.term("b", Operator.CHILD_OF, 2);

    private final Negation negation = new Negation(term -> term.operator().opposite());

    @Test
    void negationTurnsAndIntoOrAndOperatorsAround() {
        Condition negated = negation.negate(Condition.allOf(List.of(A, B)));

        assertEquals("['|', ('a', '!=', 1), '!', ('b', 'child_of', 2)]", DomainPrinter.repr(negated));
    }

    @Test
    void negatingTwiceGivesTheConditionBack() {
        Condition condition = Condition.anyOf(List.of(A, Condition.allOf(List.of(B, A))));

        assertEquals(condition, negation.negate(negation.negate(condition)));
    }

    @Test
    void whatIsNotNegatedStays() {
        assertEquals(A, negation.pushDown(new Not(new Not(A))));
    }

    @Test
    void everyOppositeIsMutual() {
        for (Operator operator : Operator.values()) {
            operator.opposite()
                    .ifPresent(opposite -> assertEquals(
                            operator.canonical(),
                            opposite.opposite().orElseThrow().canonical()));
        }
    }
}
