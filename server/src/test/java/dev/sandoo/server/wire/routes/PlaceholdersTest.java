package dev.sandoo.server.wire.routes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlaceholdersTest {
    private final Placeholders placeholders =
            new Placeholders(Map.of("id", 7, "name", "Ada", "result", List.of(Map.of("login", "ada"))));

    @Test
    void placeholderAloneKeepsTheValuesType() {
        assertEquals(List.of(7, Map.of("n", "Ada")), placeholders.fill(List.of("{id}", Map.of("n", "{name}"))));
    }

    @Test
    void placeholderInATextBecomesText() {
        assertEquals("Ada has 7", placeholders.fill("{name} has {id}"));
    }

    @Test
    void pathLeadsIntoListsAndObjects() {
        assertEquals("ada", placeholders.fill("{result.0.login}"));
        assertThrows(Placeholders.UnfitValueException.class, () -> placeholders.fill("{result.1.login}"));
    }

    @Test
    void onlyAQuestionMarkLetsAValueBeAbsent() {
        assertEquals(false, placeholders.fill("{nick?}"));
        assertEquals(
                "nick is missing",
                assertThrows(Placeholders.UnfitValueException.class, () -> placeholders.fill("{nick}"))
                        .getMessage());
    }

    @Test
    void whatIsNoPlaceholderStays() {
        assertEquals("{} {a b} {1}", placeholders.fill("{} {a b} {1}"));
        assertEquals(true, placeholders.fill(true));
    }

    @Test
    void valuesAreNotFilledAgain() {
        assertEquals("{id}", new Placeholders(Map.of("x", "{id}", "id", 1)).fill("{x}"));
    }

    @Test
    void textsBecomeNumbersOnDemand() {
        Placeholders texts = new Placeholders(Map.of("id", "7", "price", "1.5", "n", 3));

        assertEquals(List.of(7, 1.5, 3), texts.fill(List.of("{id:int}", "{price:number}", "{n:int}")));
        assertEquals(
                "price must be a number",
                assertThrows(Placeholders.UnfitValueException.class, () -> texts.fill("{price:int}"))
                        .getMessage());
    }
}
