package dev.sandoo.samples.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sandoo.client.Domain;
import dev.sandoo.client.OdooClient;
import dev.sandoo.server.junit5.Sandoo;
import dev.sandoo.server.junit5.SandooTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;

/** A hundred tests, each on a database as new, in fifteen seconds with the server's start. */
@SandooTest
class HundredTestsIT {
    private static final Duration BUDGET = Duration.ofSeconds(15);

    private static Instant begun;

    @BeforeAll
    static void begin() {
        begun = Instant.now();
    }

    @RepeatedTest(100)
    void nobodyElsesRecordsAreThere(OdooClient odoo, Sandoo sandoo) {
        assertEquals(0, odoo.searchCount("res.partner", Domain.field("name").is("Ada")));

        odoo.create("res.partner", Map.of("name", "Ada", "email", "ada@example.com"));

        sandoo.calls("res.partner", "create").withValue("values.email").once();
    }

    /** Only where it is asked for: a machine that does other things besides says nothing. */
    @AfterAll
    static void end() {
        Duration took = Duration.between(begun, Instant.now());
        System.out.println("a hundred tests on fresh databases took " + took.toMillis() + " ms");
        if (System.getProperty("sandoo.timed") != null) {
            assertTrue(took.compareTo(BUDGET) <= 0, () -> "took " + took);
        }
    }
}
