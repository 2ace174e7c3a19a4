package dev.sandoo.server.rpc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sandoo.server.db.DatabaseClock;
import dev.sandoo.server.db.Transaction;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Ways around where from, when, how often and over what a key may be used. That each of them closes every kind of call is
 * {@link EveryWayPolicyIT}'s.
 */
class CircumstanceWaysPolicyIT {
    private static final String PARTNER = "res.partner";

    @AutoClose
    private final TestRpc rpc = new TestRpc("19.0");

    private Object count(PolicedKey key, Protocol protocol, String address, Map<String, Object> kwargs) {
        Origin origin = new Origin(protocol, address, "test", "1");
        Credential credential = new Credential.UserSecret(TestRpc.ADMIN, key.secret());
        return rpc.dispatcher()
                .dispatch(new Call(
                        rpc.databaseName(), credential, PARTNER, "search_count", List.of(List.of()), kwargs, origin));
    }

    private int count(PolicedKey key) {
        return (Integer) count(key, Protocol.XMLRPC, "127.0.0.1", Map.of());
    }

    /** The clock stands still at this moment in UTC. */
    private void at(String moment) {
        try (Transaction transaction = rpc.database().begin()) {
            DatabaseClock.freeze(transaction, LocalDateTime.parse(moment));
            transaction.commit();
        }
    }

    private WaysAround closedAt(WaysAround ways, PolicedKey key, String way, String moment) {
        return ways.refused(way + ", " + moment, () -> {
            at(moment);
            count(key);
        });
    }

    @TestFactory
    Stream<DynamicTest> addresses() {
        PolicedKey key = PolicedKey.of(rpc, "office", "addresses: [203.0.113.0/24, \"2001:db8::/32\"]");
        WaysAround ways = new WaysAround("addresses", key);
        for (String address : List.of(
                "203.0.114.1",
                "203.0.112.255",
                "127.0.0.1",
                "::1",
                "::203.0.113.1",
                "64:ff9b::203.0.113.1",
                "2001:db9::1",
                "2001:db8",
                "0.0.0.0",
                "203.0.113.1, 10.0.0.1",
                "10.0.0.1 203.0.113.1",
                "203.0.113.01",
                "203.0.113.1.evil.org",
                "203.0.113.1%eth0",
                "203.0.113",
                "203.0.113.256",
                "３.0.113.1",
                "3405803777",
                "0xCB007101",
                "")) {
            ways.refused("from \"" + address + "\"", () -> count(key, Protocol.XMLRPC, address, Map.of()));
        }
        return ways.all();
    }

    @TestFactory
    Stream<DynamicTest> hours() {
        PolicedKey day = PolicedKey.of(
                rpc,
                "day",
                "hours: {timezone: Europe/Amsterdam, days: [mon, tue, wed, thu, fri], from: \"09:00\", to: \"17:00\"}");
        at("2026-11-20T08:00:00"); // a Friday in winter, nine o'clock in Amsterdam
        assertTrue(count(day) > 0);
        WaysAround ways = new WaysAround("hours", day);
        closedAt(ways, day, "a moment before", "2026-11-20T07:59:59.999999");
        closedAt(ways, day, "at the end", "2026-11-20T16:00:00");
        closedAt(ways, day, "after the end by another zone's clock", "2026-11-20T16:30:00");
        closedAt(ways, day, "at night", "2026-11-20T00:30:00");
        closedAt(ways, day, "on Saturday", "2026-11-21T11:00:00");
        closedAt(ways, day, "on Sunday", "2026-11-22T11:00:00");
        closedAt(ways, day, "in summer by winter's hours", "2026-07-17T15:30:00");
        closedAt(ways, day, "on the day the clock is put forward", "2026-03-29T09:00:00");
        closedAt(ways, day, "in the past", "2016-11-19T11:00:00");
        for (Map<String, Object> context : List.<Map<String, Object>>of(
                Map.of("tz", "America/Los_Angeles"),
                Map.of("tz", "UTC", "now", "2026-11-20 10:00:00"),
                Map.of("lang", "nl_NL"))) {
            ways.refused("with a context " + context, () -> {
                at("2026-11-20T17:00:00");
                count(day, Protocol.XMLRPC, "127.0.0.1", Map.of("context", context));
            });
        }
        return ways.all();
    }

    @TestFactory
    Stream<DynamicTest> expires() {
        PolicedKey key = PolicedKey.of(rpc, "ends", "expires: 2026-12-31");
        at("2026-12-31T23:59:59.999999");
        assertTrue(count(key) > 0);
        WaysAround ways = new WaysAround("expires", key);
        closedAt(ways, key, "at the end of the day", "2027-01-01T00:00:00");
        closedAt(ways, key, "a moment later", "2027-01-01T00:00:00.000001");
        closedAt(ways, key, "while it is yet the old year in America", "2027-01-01T04:00:00");
        closedAt(ways, key, "a year later on the day", "2027-12-31T12:00:00");
        for (Protocol protocol : Protocol.values()) {
            ways.refused("over " + protocol, () -> count(key, protocol, "127.0.0.1", Map.of()));
        }
        ways.refused(
                "with a time zone that is behind",
                () -> count(key, Protocol.XMLRPC, "127.0.0.1", Map.of("context", Map.of("tz", "Pacific/Pago_Pago"))));
        PolicedKey other = PolicedKey.under(rpc, TestRpc.ADMIN, "ends");
        ways.refused("with a key that is newer than the end", () -> keepsNameOf(key, other));
        ways.refused("by making itself another policy", "sandoo.key.policy", "create", Map.of("name", "x"));
        return ways.all();
    }

    /** Refused like the first, though it is another key; then by the first. */
    private void keepsNameOf(PolicedKey key, PolicedKey other) {
        other.isRefused("expires", () -> count(other));
        count(key);
    }

    @TestFactory
    Stream<DynamicTest> protocols() {
        PolicedKey key = PolicedKey.of(rpc, "one-dialect", "protocols: [json2]");
        WaysAround ways = new WaysAround("protocols", key);
        for (Protocol closed : Set.of(Protocol.XMLRPC, Protocol.JSONRPC, Protocol.WEB, Protocol.HTTP)) {
            ways.refused("over " + closed, () -> count(key, closed, "127.0.0.1", Map.of()));
            ways.refused("as a bearer over " + closed, () -> bearer(key, closed));
            ways.refused(
                    "claiming the open one over " + closed,
                    () -> count(key, closed, "127.0.0.1", Map.of("context", Map.of("protocol", "json2"))));
        }
        return ways.all();
    }

    private void bearer(PolicedKey key, Protocol protocol) {
        Origin origin = new Origin(protocol, "127.0.0.1", "test", "1");
        rpc.dispatcher()
                .dispatch(new Call(
                        rpc.databaseName(),
                        new Credential.Bearer(key.secret()),
                        PARTNER,
                        "search_count",
                        List.of(List.of()),
                        Map.of(),
                        origin));
    }

    /** Whatever a spent key does, it stays spent. */
    @TestFactory
    Stream<DynamicTest> quota() {
        PolicedKey key = PolicedKey.of(rpc, "spent", "quota: {calls: 3, per: 1d}");
        at("2026-11-20T12:00:00");
        for (int i = 0; i < 3; i++) {
            count(key);
        }
        Object policy =
                ((List<?>) rpc.admin("sandoo.key.policy", "search", List.of(List.of("name", "=", "spent")))).get(0);
        WaysAround ways = new WaysAround("quota", key);
        ways.refused("once more", () -> count(key));
        ways.refused("after a login", () -> {
            assertEquals(TestRpc.ADMIN, rpc.login("admin", key.secret()));
            count(key);
        });
        for (Protocol protocol : Set.of(Protocol.JSONRPC, Protocol.JSON2, Protocol.WEB, Protocol.HTTP)) {
            ways.refused("over " + protocol, () -> count(key, protocol, "127.0.0.1", Map.of()));
        }
        ways.refused("from another address", () -> count(key, Protocol.XMLRPC, "203.0.113.7", Map.of()));
        ways.refused("by a call that is refused anyway", "sandoo.key.policy", "unlink", List.of(policy));
        ways.refused("by one that fails", "no.such.model", "read", List.of(1));
        ways.refused("by a private method", PARTNER, "_read", List.of(1));
        ways.refused("after its policy was written anew", () -> {
            rpc.admin(
                    "sandoo.key.policy",
                    "write",
                    List.of(policy),
                    Map.of("document", "quota: {calls: 3, per: 1d} # the same"));
            count(key);
        });
        ways.refused("after it was suspended and activated", () -> {
            Object state = rpc.admin("sandoo.key.state", "create", Map.of("key_id", key.id(), "state", "suspended"));
            rpc.admin("sandoo.key.state", "write", List.of(state), Map.of("state", "active"));
            count(key);
        });
        closedAt(ways, key, "after midnight", "2026-11-21T00:00:01");
        closedAt(ways, key, "a moment before the day is over", "2026-11-21T11:59:59.999999");
        return ways.all();
    }

    @TestFactory
    Stream<DynamicTest> state() {
        at("2026-11-20T12:00:00");
        PolicedKey key = PolicedKey.of(rpc, "asleep", "models: {\"*\": [\"*\"]}");
        Object state = rpc.admin(
                "sandoo.key.state",
                "create",
                Map.of("key_id", key.id(), "state", "active", "until", "2026-11-20 12:30:00"));
        assertTrue(count(key) > 0);
        WaysAround ways = new WaysAround("state", key);
        closedAt(ways, key, "at the end of its time", "2026-11-20T12:30:00");
        closedAt(ways, key, "a moment later", "2026-11-20T12:30:00.000001");
        for (Protocol protocol : Protocol.values()) {
            ways.refused("over " + protocol, () -> count(key, protocol, "127.0.0.1", Map.of()));
        }
        ways.refused("by activating itself", "sandoo.key.state", "write", List.of(state), Map.of("state", "active"));
        ways.refused("by forgetting its state", "sandoo.key.state", "unlink", List.of(state));
        ways.refused("by making another key", "res.users.apikeys.description", "create", Map.of("name", "x"));
        ways.refused("after its policy was written anew", () -> {
            Object policy = ((List<?>)
                            rpc.admin("sandoo.key.policy", "search", List.of(List.of("name", "=", "asleep"))))
                    .get(0);
            rpc.admin("sandoo.key.policy", "write", List.of(policy), Map.of("document", "mode: dry-run"));
            count(key);
        });
        return ways.all();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "expires: 2020-01-01",
                "addresses: [10.0.0.0/8]",
                "protocols: [json2]",
                "hours: {timezone: UTC, from: \"00:00\", to: \"00:01\"}",
                "role: No such role",
                "models: ["
            })
    void aLoginWithAClosedKeyIsAnsweredLikeAWrongPassword(String document) {
        at("2026-11-20T12:00:00");
        rpc.admin("sandoo.key.policy", "create", Map.of("name", "closed", "document", "mode: enforce"));
        PolicedKey key = PolicedKey.under(rpc, TestRpc.ADMIN, "closed");
        assertEquals(TestRpc.ADMIN, rpc.login("admin", key.secret()));
        rpc.change("UPDATE sandoo_key_policy SET document = ? WHERE name = 'closed'", document);

        assertEquals(false, rpc.login("admin", key.secret()));
        assertEquals(false, rpc.authenticate("admin", key.secret(), Map.of("base_location", "http://x.org")));

        assertEquals(2, rpc.sqlAfterAudit("""
                        SELECT count(*)::int FROM sandoo_call
                         WHERE key_id = ? AND method = 'authenticate' AND outcome = 'refused' AND reason LIKE '%closed%'""", key.id()));
    }

    @Test
    void aPolicyOnTrialLetsLoginsInAndNotesThem() {
        PolicedKey key = PolicedKey.of(rpc, "trial", "mode: dry-run\naddresses: [10.0.0.0/8]");

        assertEquals(TestRpc.ADMIN, rpc.login("admin", key.secret()));

        assertEquals(1, rpc.sqlAfterAudit("""
                        SELECT count(*)::int FROM sandoo_call
                         WHERE key_id = ? AND method = 'authenticate' AND outcome = 'ok' AND reason LIKE '%(addresses)'""", key.id()));
    }

    @Test
    void aLoginWithASuspendedKeyIsAnsweredLikeAWrongPassword() {
        PolicedKey key = PolicedKey.of(rpc, "suspended", "protocols: [xmlrpc]");
        rpc.admin("sandoo.key.state", "create", Map.of("key_id", key.id(), "state", "suspended"));

        assertEquals(false, rpc.login("admin", key.secret()));
    }
}
