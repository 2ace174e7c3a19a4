package dev.sandoo.samples.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sandoo.client.OdooClient;
import dev.sandoo.client.OdooRecord;
import dev.sandoo.server.junit5.FrozenClock;
import dev.sandoo.server.junit5.Sandoo;
import dev.sandoo.server.junit5.SandooTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@SandooTest
class FirstSandooIT {
    @Test
    void importsEachCustomerOnce(OdooClient odoo, Sandoo sandoo) {
        odoo.create("res.partner", Map.of("name", "Ada", "email", "ada@example.com"));

        sandoo.calls("res.partner", "create").withValue("values.email").exactly(1);
    }

    @Test
    @FrozenClock("2026-01-31T12:00:00Z")
    void quotationsAreDatedToday(OdooClient odoo) {
        int customer = odoo.create("res.partner", Map.of("name", "Ada"));
        int order = odoo.create("sale.order", Map.of("partner_id", customer));

        OdooRecord quotation =
                odoo.read("sale.order", List.of(order), "date_order").get(0);
        assertEquals("2026-01-31 12:00:00", quotation.text("date_order").orElseThrow());
    }
}
