package dev.sandoo.samples.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sandoo.client.Domain;
import dev.sandoo.client.OdooClient;
import dev.sandoo.server.junit5.Fresh;
import dev.sandoo.server.junit5.SandooExtension;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The extension with its settings in code instead of annotations. */
class SettingsInCodeIT {
    @RegisterExtension
    static final SandooExtension ODOO = SandooExtension.builder()
            .version("14.0")
            .fresh(Fresh.PER_CLASS)
            .clock(Instant.parse("2020-02-29T00:00:00Z"))
            .build();

    private static int customer;

    @BeforeAll
    static void createCustomer(OdooClient odoo) {
        customer = odoo.create("res.partner", Map.of("name", "Ada"));
    }

    @Test
    void theDatabaseOfTheClassIsSharedAndItsClockStands(OdooClient odoo) {
        String created = odoo.read("res.partner", List.of(customer), "create_date")
                .get(0)
                .text("create_date")
                .orElseThrow();

        assertEquals("14.0", odoo.serverVersion());
        assertEquals("2020-02-29 00:00:00", created);
        assertEquals(1, odoo.searchCount("res.partner", Domain.field("name").is("Ada")));
    }
}
