package dev.sandoo.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sandoo.server.db.Database;
import dev.sandoo.server.db.TestPostgres;
import dev.sandoo.server.db.Transaction;
import dev.sandoo.server.sql.SqlFragment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.xmlrpc.XmlRpcException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two servers on one database. */
class NodesWireIT {
    private static final String PARTNER = "res.partner";
    private static final String POLICY = "sandoo.key.policy";

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

    /** A key under a policy of its own. */
    private static String key(TestDatabase database, String policy, String document) throws XmlRpcException {
        database.call(POLICY, "create", Map.of("name", policy, "document", document));
        return database.key(policy);
    }

    private static Object count(TestDatabase server, String key) throws XmlRpcException {
        return server.executeAs(key, PARTNER, "search_count", List.of(List.of()), Map.of());
    }

    /** What either server has refused: each writes down its own calls, a little after they end or when it is asked. */
    private static RefusedCalls refusals(String policy, TestDatabase here, TestDatabase there) {
        return new RefusedCalls(
                domain -> {
                    List<Object> refused = new ArrayList<>(domain);
                    refused.add(List.of("outcome", "=", "refused"));
                    here.calls(refused);
                    return there.calls(refused);
                },
                List.of("policy", "=", policy));
    }

    private static void isRefused(RefusedCalls refused, String policy, TestDatabase server, String key, String by) {
        XmlRpcException error = assertThrows(XmlRpcException.class, () -> count(server, key));
        assertEquals(4, error.code, error.getMessage());
        assertTrue(error.getMessage().endsWith("(" + by + ")"), error.getMessage());
        refused.requireNext(policy, error.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"quota", "rate"})
    void callsOfBothServersAtOnceAreCountedTogether(String limit) throws Exception {
        try (TestDatabase here = new TestDatabase("19.0")) {
            TestDatabase there = here.at(node);
            String key = key(here, "few", limit + ": {calls: 15, per: 1d}");
            List<Callable<Boolean>> calls = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                TestDatabase server = i % 2 == 0 ? here : there;
                calls.add(() -> passes(server, key, limit));
            }

            ExecutorService threads = Executors.newFixedThreadPool(8);
            int passed = 0;
            try {
                for (Future<Boolean> call : threads.invokeAll(calls)) {
                    passed += call.get() ? 1 : 0;
                }
            } finally {
                threads.shutdown();
            }

            assertEquals(15, passed);
            RefusedCalls refused = refusals("few", here, there);
            isRefused(refused, "few", here, key, limit);
            isRefused(refused, "few", there, key, limit);
        }
    }

    private static boolean passes(TestDatabase server, String key, String limit) {
        try {
            count(server, key);
            return true;
        } catch (XmlRpcException refused) {
            assertTrue(refused.getMessage().endsWith("(" + limit + ")"), refused.getMessage());
            return false;
        }
    }

    @Test
    void aPolicyThatChangesAtOneServerBindsTheNextCallOfTheOther() throws Exception {
        try (TestDatabase here = new TestDatabase("19.0")) {
            TestDatabase there = here.at(node);
            String open = "models: {res.partner: [read]}";
            String key = key(here, "changing", open);
            RefusedCalls refused = refusals("changing", here, there);
            List<Object> policy =
                    List.of((Object[]) here.call(POLICY, "search", List.of(List.of("name", "=", "changing"))));
            Map<String, ?> force = Map.of("context", Map.of("force", true));
            Object all = count(there, key);

            here.call(POLICY, "write", policy, Map.of("document", "models: {res.country: [read]}"));
            isRefused(refused, "changing", there, key, "models");
            here.call(POLICY, "write", policy, Map.of("document", open + "\naddresses: [203.0.113.0/24]"));
            isRefused(refused, "changing", there, key, "addresses");
            there.call(POLICY, "write", policy, Map.of("document", open));
            assertEquals(all, count(here, key));
            here.execute(POLICY, "write", List.of(policy, Map.of("active", false)), force);
            isRefused(refused, "changing", there, key, "policy");
            there.call(POLICY, "write", policy, Map.of("active", true));
            assertEquals(all, count(here, key));
            here.execute(POLICY, "unlink", List.of(policy), force);
            assertThrows(XmlRpcException.class, () -> count(there, key));
        }
    }

    /** What a call may do is settled when it begins; what comes after it goes by the policy as it is then. */
    @Test
    void aPolicyThatIsNarrowedWhileACallIsUnderWayBindsTheNext() throws Exception {
        try (TestDatabase here = new TestDatabase("19.0")) {
            TestDatabase there = here.at(node);
            String key = key(here, "narrowed", "models: {res.partner: [read, write]}");
            Object[] policy = (Object[]) here.call(POLICY, "search", List.of(List.of("name", "=", "narrowed")));
            Object partner = here.call(PARTNER, "create", Map.of("name", "Ada"));
            Database database = TestPostgres.databases("19.0").open(here.name()).orElseThrow();
            CompletableFuture<Object> underWay;
            try (Transaction holding = database.begin()) {
                holding.update(SqlFragment.of("UPDATE res_partner SET ref = ref WHERE id = ?", partner));
                underWay = CompletableFuture.supplyAsync(() -> renamed(there, key, partner));
                awaitWaiting(database);
                here.call(POLICY, "write", List.of(policy), Map.of("document", "models: {res.partner: [read]}"));
            }

            assertEquals(true, underWay.get());
            XmlRpcException error = assertThrows(
                    XmlRpcException.class,
                    () -> there.executeAs(
                            key, PARTNER, "write", List.of(List.of(partner), Map.of("name", "x")), Map.of()));
            refusals("narrowed", here, there).requireNext("narrowed", error.getMessage());
        }
    }

    private static Object renamed(TestDatabase server, String key, Object partner) {
        try {
            return server.executeAs(
                    key, PARTNER, "write", List.of(List.of(partner), Map.of("name", "Grace")), Map.of());
        } catch (XmlRpcException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits until a call stands before a row that this test holds. */
    private static void awaitWaiting(Database database) throws InterruptedException {
        String waiting = "SELECT count(*)::int FROM pg_stat_activity WHERE datname = current_database()"
                + " AND wait_event_type = 'Lock'";
        for (int i = 0; i < 500; i++) {
            try (Transaction transaction = database.begin()) {
                if (transaction
                                .queryFirst(SqlFragment.of(waiting), row -> row.integer(1))
                                .orElseThrow()
                        > 0) {
                    return;
                }
            }
            Thread.sleep(20);
        }
        throw new AssertionError("no call waits");
    }
}
