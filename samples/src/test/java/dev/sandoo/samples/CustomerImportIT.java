package dev.sandoo.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sandoo.client.Domain;
import dev.sandoo.client.OdooClient;
import dev.sandoo.client.Query;
import dev.sandoo.server.EmulatorConfig;
import dev.sandoo.server.EmulatorServer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CustomerImportIT {
    private static EmulatorServer odoo;

    @BeforeAll
    static void start() {
        odoo = EmulatorServer.start(EmulatorConfig.ephemeral());
    }

    @AfterAll
    static void stop() {
        odoo.close();
    }

    @Test
    void importedCustomerIsFoundByMail() {
        OdooClient client = OdooClient.connect(odoo.url(), "demo", "admin", "admin");

        int id = client.create("res.partner", Map.of("name", "Ada", "email", "ada@example.com"));

        Domain mail = Domain.field("email").is("ada@example.com");
        assertEquals(List.of(id), client.search("res.partner", Query.where(mail)));
    }
}
