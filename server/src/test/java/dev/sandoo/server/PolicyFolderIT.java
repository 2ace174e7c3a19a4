package dev.sandoo.server;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sandoo.server.db.ServerAddress;
import dev.sandoo.server.db.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Policies that are stored from files when a server starts. */
class PolicyFolderIT {
    @TempDir
    Path folder;

    private EmulatorConfig config() {
        ServerAddress postgres = TestPostgres.server().address();
        return EmulatorConfig.ephemeral()
                .withDatabase("policies_" + ProcessHandle.current().pid())
                .withPolicies(folder)
                .withPostgres(new PostgresPlace.External(postgres.url(), postgres.user(), postgres.password()));
    }

    @Test
    void aWrongFileKeepsTheServerFromStartingAndIsNamedWithItsLine() throws IOException {
        Files.writeString(folder.resolve("good.yaml"), "models: {crm.lead: [read]}");
        Files.writeString(folder.resolve("notes.txt"), "no policy");
        try (EmulatorServer server = EmulatorServer.start(config())) {
            assertTrue(server.url().startsWith("http://"));
        }
        Files.writeString(folder.resolve("good.yaml"), "models: {crm.lead: [read, write]}");
        Files.writeString(folder.resolve("wrong.yml"), "name: wrong\nmodels:\n  crm.laed: [read]\n");

        StartException wrong = assertThrows(StartException.class, () -> EmulatorServer.start(config()));

        assertTrue(wrong.getMessage().contains("wrong.yml"), wrong.getMessage());
        assertTrue(
                wrong.getMessage().contains("line 3, models.crm.laed: there is no model crm.laed"), wrong.getMessage());
    }
}
