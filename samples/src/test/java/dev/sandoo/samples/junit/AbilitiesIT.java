package dev.sandoo.samples.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sandoo.client.Domain;
import dev.sandoo.client.OdooClient;
import dev.sandoo.client.OdooFault;
import dev.sandoo.server.junit5.FrozenClock;
import dev.sandoo.server.junit5.Policies;
import dev.sandoo.server.junit5.Sandoo;
import dev.sandoo.server.junit5.SandooTest;
import dev.sandoo.server.junit5.Seed;
import dev.sandoo.server.junit5.Stubs;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a test can ask of its database. */
@SandooTest
class AbilitiesIT {
    @Test
    @FrozenClock("2026-01-31T12:00:00Z")
    void timeStandsStillAndIsMoved(OdooClient odoo, Sandoo sandoo) {
        int id = odoo.create("res.partner", Map.of("name", "Ada"));
        sandoo.advance(Duration.ofHours(2));
        int later = odoo.create("res.partner", Map.of("name", "Bert"));

        assertEquals("2026-01-31 12:00:00", created(odoo, id));
        assertEquals("2026-01-31 14:00:00", created(odoo, later));
    }

    @Test
    void theClockOfTheTestBeforeIsGone(OdooClient odoo) {
        int id = odoo.create("res.partner", Map.of("name", "Ada"));

        assertTrue(created(odoo, id).compareTo("2026-02-01") > 0, () -> created(odoo, id));
    }

    private static String created(OdooClient odoo, int id) {
        return odoo.read("res.partner", List.of(id), "create_date")
                .get(0)
                .text("create_date")
                .orElseThrow();
    }

    @Test
    @Stubs("stubs.yaml")
    void methodsOfOnesOwnModulesAnswer(OdooClient odoo) {
        assertEquals(12.5, odoo.call("res.partner", "quote", List.of(List.of(3)), Map.of()));
    }

    @Test
    void stubsOfTheTestBeforeAreGone(OdooClient odoo) {
        assertThrows(OdooFault.class, () -> odoo.call("res.partner", "quote", List.of(List.of(3)), Map.of()));
    }

    @Test
    @Seed({"customers.yaml", "res.partner.category.csv"})
    void seedsAreThereWhenTheTestBegins(OdooClient odoo, Sandoo sandoo) {
        Domain contact = Domain.field("parent_id.name").is("Azure Interior");

        assertEquals(1, odoo.searchCount("res.partner", contact));
        assertEquals(
                1, odoo.searchCount("res.partner.category", Domain.field("name").is("VIP")));
        sandoo.calls("res.partner", "create").never();
    }

    @Test
    @Policies("reader.yaml")
    void policiesForKeysAreThere(OdooClient odoo) {
        assertEquals(
                1, odoo.searchCount("sandoo.key.policy", Domain.field("name").is("reader")));
    }

    @Test
    void snapshotsAreComeBackTo(OdooClient odoo, Sandoo sandoo) {
        int id = odoo.create("res.partner", Map.of("name", "Kept"));
        sandoo.snapshot("before");
        odoo.unlink("res.partner", List.of(id));

        sandoo.restore("before");

        assertEquals(1, odoo.read("res.partner", List.of(id), "name").size());
    }

    @Test
    void whatWasCalledIsVerified(OdooClient odoo, Sandoo sandoo) {
        odoo.create("res.partner", Map.of("name", "Ada"));

        AssertionError wrong = assertThrows(
                AssertionError.class,
                () -> sandoo.calls("res.partner", "create")
                        .withValue("values.email")
                        .once());

        assertTrue(wrong.getMessage().contains("values.email: expected a value, was missing"), wrong.getMessage());
        sandoo.calls("res.partner", "create")
                .with("values.name", "Ada")
                .by("admin")
                .ended("ok")
                .once();
        sandoo.calls("*", "unlink").never();
    }

    @Test
    void theAddressIsForClientsOfOnesOwn(URI url, Sandoo sandoo) {
        OdooClient odoo = OdooClient.connect(url.toString(), sandoo.database(), "admin", "admin");

        assertEquals("19.0", odoo.serverVersion());
    }
}
