package dev.sandoo.samples.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sandoo.client.Domain;
import dev.sandoo.client.OdooClient;
import dev.sandoo.server.junit5.Fresh;
import dev.sandoo.server.junit5.Sandoo;
import dev.sandoo.server.junit5.SandooTest;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Eight classes at the same time, each on a database of its own, which its tests share. */
class ParallelClassesIT {
    private static final Set<String> DATABASES = ConcurrentHashMap.newKeySet();

    @AfterAll
    static void eachHadItsOwn() {
        assertEquals(8, DATABASES.size(), DATABASES::toString);
    }

    /** What each of them does. */
    @SandooTest(fresh = Fresh.PER_CLASS)
    @Execution(ExecutionMode.CONCURRENT)
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    abstract static class Shop {
        @Test
        @Order(1)
        @Execution(ExecutionMode.SAME_THREAD)
        void customersAreMine(OdooClient odoo, Sandoo sandoo, TestInfo test) {
            DATABASES.add(sandoo.database());
            String me = test.getTestClass().orElseThrow().getSimpleName();
            for (int i = 0; i < 5; i++) {
                odoo.create("res.partner", Map.of("name", me, "ref", "parallel"));
            }

            assertEquals(5, odoo.searchCount("res.partner", Domain.field("ref").is("parallel")));
        }

        @Test
        @Order(2)
        @Execution(ExecutionMode.SAME_THREAD)
        void theClassGoesOnWithThem(OdooClient odoo, Sandoo sandoo) {
            assertEquals(5, odoo.searchCount("res.partner", Domain.field("ref").is("parallel")));
            sandoo.calls("res.partner", "create").exactly(5);
        }
    }

    @Nested
    class One extends Shop {}

    @Nested
    class Two extends Shop {}

    @Nested
    class Three extends Shop {}

    @Nested
    class Four extends Shop {}

    @Nested
    class Five extends Shop {}

    @Nested
    class Six extends Shop {}

    @Nested
    class Seven extends Shop {}

    @Nested
    class Eight extends Shop {}
}
