package dev.sandoo.server.orm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.sandoo.server.rpc.TestRpc;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The values that copies are made of, as clients get them. Source: answers of 19.0 to copy_data. */
class CopyDataIT {
    private final TestRpc rpc = new TestRpc("19.0");

    @AfterEach
    void close() {
        rpc.close();
    }

    private Map<?, ?> data(String model, Object id) {
        return (Map<?, ?>) ((List<?>) rpc.admin(model, "copy_data", id)).get(0);
    }

    private static Map<?, ?> line(Map<?, ?> data, String field) {
        return (Map<?, ?>) ((List<?>) ((List<?>) data.get(field)).get(0)).get(2);
    }

    private Object pricelist() {
        List<Object> item = List.of(0, 0, Map.of("compute_price", "percentage", "percent_price", 10));
        return rpc.admin("product.pricelist", "create", Map.of("name", "p", "item_ids", List.of(item)));
    }

    @Test
    void linesNameTheirOwnerWhenThatFieldIsCopied() {
        Object pricelist = pricelist();

        assertEquals(
                pricelist,
                line(data("product.pricelist", pricelist), "item_ids").get("pricelist_id"));
    }

    @Test
    void linesOfACopyBelongToTheCopy() {
        Object pricelist = pricelist();

        Object copy = ((List<?>) rpc.admin("product.pricelist", "copy", List.of(pricelist))).get(0);

        assertNotEquals(pricelist, copy);
        for (Object owner : List.of(pricelist, copy)) {
            Object items =
                    rpc.admin("product.pricelist.item", "search_count", List.of(List.of("pricelist_id", "=", owner)));
            assertEquals(1, items);
        }
    }

    @Test
    void fieldsThatAreNeitherKeptNorComputedAreToldToo() {
        Object term = rpc.admin("account.payment.term", "create", Map.of("name", "t"));

        assertEquals(1000.0, data("account.payment.term", term).get("example_amount"));
    }

    @Test
    void productsCanBeCopiedThoughTheyInheritLines() {
        Object product = rpc.admin("product.product", "create", Map.of("name", "p", "default_code", "C1"));

        Map<?, ?> data = data("product.product", product);

        assertEquals("C1", data.get("default_code"));
    }
}
