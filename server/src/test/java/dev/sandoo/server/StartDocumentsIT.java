package dev.sandoo.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandoo.server.db.Database;
import dev.sandoo.server.db.Databases;
import dev.sandoo.server.db.TestPostgres;
import dev.sandoo.server.db.Transaction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stubs with models of their own and seeds of these, given at the start: resets go back to them, and need no new clone for that. */
class StartDocumentsIT {
    private static final String STUBS = """
            models:
              fleet.gauge:
                fields:
                  name: {type: char, required: true}
                  level: {type: float, default: 1.5}
            stubs:
              - {model: fleet.gauge, method: calibrate, times: 1, then: {value: first}}
              - {model: fleet.gauge, method: calibrate, then: {value: then}}
            """;

    private final String name = "start_" + ProcessHandle.current().pid();
    private final Databases databases = TestPostgres.databases("19.0");

    @TempDir
    private Path folder;

    private EmulatorConfig config;

    @BeforeEach
    void write() throws Exception {
        Files.writeString(folder.resolve("stubs.yaml"), STUBS);
        Files.writeString(folder.resolve("gauges.yaml"), "fleet.gauge:\n  own: {name: One, level: 2.5}\n");
        config = TestSandoo.config("19.0")
                .withDatabase(name)
                .withStubs(folder.resolve("stubs.yaml"))
                .withSeeds(folder.resolve("gauges.yaml"));
    }

    @AfterEach
    void drop() {
        databases.snapshots().delete(name + "-start");
        databases.drop(name);
    }

    @Test
    void resetsGoBackToModelsSeedsAndStubs() throws Exception {
        try (EmulatorServer server = EmulatorServer.start(config)) {
            TestDatabase database = database(server);
            reset(database);
            long clone = number();
            for (int i = 0; i < 2; i++) {
                assertEquals("first", database.call("fleet.gauge", "calibrate"));
                assertEquals("then", database.call("fleet.gauge", "calibrate"));
                database.call("fleet.gauge", "create", Map.of("name", "lost"));
                database.call("res.partner", "create", Map.of("name", "lost"));

                reset(database);

                assertEquals(1, database.call("fleet.gauge", "search_count", List.of()));
                assertEquals(clone, number(), "what was written is undone, the database is the same one");
            }
        }
    }

    @Test
    void stubsThatHaveChangedSinceTheLastStartAreGoneBackTo() throws Exception {
        EmulatorServer.start(config).close();
        Files.writeString(folder.resolve("stubs.yaml"), STUBS.replace("value: then", "value: changed"));

        try (EmulatorServer server = EmulatorServer.start(config)) {
            TestDatabase database = database(server);
            database.call("fleet.gauge", "calibrate");
            assertEquals("changed", database.call("fleet.gauge", "calibrate"));

            reset(database);

            assertEquals("first", database.call("fleet.gauge", "calibrate"));
            assertEquals("changed", database.call("fleet.gauge", "calibrate"));
            assertEquals(1, database.call("fleet.gauge", "search_count", List.of()));
        }
    }

    private TestDatabase database(EmulatorServer server) {
        return TestDatabase.of(server, databases.open(name).orElseThrow());
    }

    private static void reset(TestDatabase database) {
        JsonNode timing = database.control("POST", "reset", "{}");
        assertTrue(timing.path("milliseconds").isNumber(), timing::toString);
    }

    /** What PostgreSQL calls the database by. */
    private long number() {
        Database database = databases.open(name).orElseThrow();
        try (Transaction transaction = database.begin()) {
            return transaction.databaseId();
        }
    }
}
