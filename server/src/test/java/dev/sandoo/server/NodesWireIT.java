package dev.sandoo.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two servers on one database. */
class NodesWireIT {
    private static EmulatorServer node;

    @BeforeAll
    static void start() {
        node = EmulatorServer.start(TestSandoo.config("19.0"));
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aResetByOneServerIsAnErrorForNoCallOfTheOther(boolean withNewTables) throws Exception {
        try (TestDatabase here = new TestDatabase("19.0")) {
            TestDatabase there = here.at(node);
            Object before = there.call("res.partner", "search_count", List.of());
            if (withNewTables) {
                here.call("ir.model", "create", Map.of("name", "Boat", "model", "x_boat"));
            }

            for (int i = 0; i < 2; i++) {
                here.call("res.partner", "create", Map.of("name", "Ada"));
                there.call("res.partner", "create", Map.of("name", "Grace"));
                here.control("POST", "reset", "{}");

                assertEquals(before, there.call("res.partner", "search_count", List.of()));
            }
        }
    }
}
