package dev.sandoo.server.addons.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sandoo.server.addons.TestCalls;
import dev.sandoo.server.error.UserError;
import dev.sandoo.server.error.ValidationError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Products and pricelists that would have no end. Source: answers of both versions over XML-RPC. */
class ProductLimitsIT {
    @AutoClose
    private TestCalls calls;

    private static List<Object> rule(int base) {
        return List.of(
                List.of(0, 0, Map.of("base", "pricelist", "base_pricelist_id", base, "compute_price", "formula")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"19.0", "14.0"})
    void moreThanAThousandVariantsAreRefused(String version) {
        calls = new TestCalls(version);
        List<Object> values = IntStream.range(0, 32)
                .<Object>mapToObj(i -> List.of(0, 0, Map.of("name", "value " + i)))
                .toList();
        List<Object> lines = new ArrayList<>();
        for (String name : List.of("first", "second")) {
            int attribute = calls.create("product.attribute", Map.of("name", name, "value_ids", values));
            Object all = calls.get("product.attribute", attribute, "value_ids");
            lines.add(List.of(0, 0, Map.of("attribute_id", attribute, "value_ids", List.of(List.of(6, 0, all)))));
        }

        UserError refused = assertThrows(
                UserError.class,
                () -> calls.create("product.template", Map.of("name", "Endless", "attribute_line_ids", lines)));

        assertTrue(refused.getMessage().startsWith("The number of variants to generate is "), refused.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"19.0", "14.0"})
    void aPricelistDoesNotRestOnItself(String version) {
        calls = new TestCalls(version);
        int list = calls.create("product.pricelist", Map.of("name", "Own"));

        ValidationError refused = assertThrows(
                ValidationError.class, () -> calls.write("product.pricelist", list, Map.of("item_ids", rule(list))));

        assertEquals(
                version.equals("19.0")
                        ? "Recursive pricelist rules detected: Own ⇒ Own"
                        : "You cannot assign the Main Pricelist as Other Pricelist in PriceList Item",
                refused.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"19.0", "14.0"})
    void overAnotherItDoesSoOnlyInTheEarlierVersion(String version) {
        calls = new TestCalls(version);
        int first = calls.create("product.pricelist", Map.of("name", "First"));
        int second = calls.create("product.pricelist", Map.of("name", "Second", "item_ids", rule(first)));
        Map<String, Object> back = Map.of("item_ids", rule(second));

        if (version.equals("14.0")) {
            calls.write("product.pricelist", first, back);
            return;
        }
        ValidationError refused =
                assertThrows(ValidationError.class, () -> calls.write("product.pricelist", first, back));

        assertEquals("Recursive pricelist rules detected: First ⇒ Second ⇒ First", refused.getMessage());
    }
}
