package dev.sandoo.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sandoo.client.Domain;
import dev.sandoo.client.OdooClient;
import dev.sandoo.client.Query;
import dev.sandoo.server.junit5.Sandoo;
import dev.sandoo.server.junit5.SandooTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@SandooTest
class CustomerImportIT {
    @Test
    void importedCustomerIsFoundByMail(OdooClient odoo, Sandoo sandoo) {
        int id = odoo.create("res.partner", Map.of("name", "Ada", "email", "ada@example.com"));

        Domain mail = Domain.field("email").is("ada@example.com");
        assertEquals(List.of(id), odoo.search("res.partner", Query.where(mail)));
        sandoo.calls("res.partner", "create").withValue("values.email").exactly(1);
    }
}
