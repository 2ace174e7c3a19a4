package dev.sandoo.server.rpc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What closes a key as a whole closes it for every kind of call, in every dialect, and whatever the context claims. */
class EveryWayPolicyIT {
    private static final String COUNTRY = "res.country";

    /** A call that an administrator's key may make. */
    private record Way(String model, String method, List<Object> args, Map<String, Object> kwargs) {
        static Way of(String model, String method, Object... args) {
            return new Way(model, method, List.of(args), Map.of());
        }

        static Way claiming(String key, Object value) {
            return new Way(COUNTRY, "search_count", List.of(List.of()), Map.of("context", Map.of(key, value)));
        }
    }

    private static final List<Way> WAYS = List.of(
            Way.of(COUNTRY, "read", List.of(1), List.of("name")),
            Way.of(COUNTRY, "search", List.of()),
            Way.of(COUNTRY, "search_read", List.of(), List.of("name")),
            Way.of(COUNTRY, "name_search", "Bel"),
            Way.of(COUNTRY, "read_group", List.of(), List.of("phone_code"), List.of("currency_id")),
            Way.of(COUNTRY, "fields_get"),
            Way.of(COUNTRY, "export_data", List.of(1), List.of("name")),
            Way.of(COUNTRY, "create", Map.of("name", "Around", "code", "Q1")),
            Way.of(COUNTRY, "write", List.of(1), Map.of("name", "Around")),
            Way.of(COUNTRY, "unlink", List.of(1)),
            Way.of(COUNTRY, "copy", List.of(1)),
            Way.of(COUNTRY, "load", List.of("name", "code"), List.of(List.of("Around", "Q2"))),
            Way.of(COUNTRY, "web_save", List.of(1), Map.of("name", "Around"), Map.of()),
            Way.of("res.partner", "message_post", List.of(1)),
            Way.of("res.users", "has_group", List.of(2), "base.group_user"),
            Way.of("no.model", "read", List.of(1)),
            Way.of(COUNTRY, "_read", List.of(1)),
            Way.claiming("uid", 1),
            Way.claiming("tz", "Pacific/Kiritimati"),
            Way.claiming("active_test", false));

    @AutoClose
    private static final TestRpc rpc = new TestRpc("19.0");

    private static final String NAMES = countries();

    private static String countries() {
        return rpc.admin(COUNTRY, "search_read", List.of(), List.of("name")).toString();
    }

    /** Every way is refused in two dialects, and nothing has changed afterwards. */
    private static void isClosed(PolicedKey key, String dimension) {
        for (Way way : WAYS) {
            key.isRefused(dimension, () -> key.callKw(way.model(), way.method(), way.args(), way.kwargs()));
            key.isRefused(
                    dimension,
                    () -> rpc.dispatcher()
                            .dispatch(new Call(
                                    rpc.databaseName(),
                                    new Credential.Bearer(key.secret()),
                                    way.model(),
                                    way.method(),
                                    way.args(),
                                    way.kwargs(),
                                    new Origin(Protocol.JSONRPC, "127.0.0.1", "test", "1"))));
        }
        assertEquals(NAMES, countries());
    }

    @Test
    void aSuspendedOrRevokedKeyDoesNothing() {
        PolicedKey key = PolicedKey.of(rpc, "all-but-asleep", "models: {res.country: [\"*\"]}");
        Object state = rpc.admin("sandoo.key.state", "create", Map.of("key_id", key.id(), "state", "suspended"));

        isClosed(key, "state");
        rpc.admin("sandoo.key.state", "write", List.of(state), Map.of("state", "revoked"));
        isClosed(key, "state");
    }

    @Test
    void anEndedPolicyOpensNothing() {
        isClosed(PolicedKey.of(rpc, "all-but-ended", "expires: 2020-01-01"), "expires");
    }

    @Test
    void anotherDialectOpensNothing() {
        isClosed(PolicedKey.of(rpc, "all-but-elsewhere", "protocols: [json2]"), "protocols");
    }

    @Test
    void theWrongHourOpensNothing() {
        PolicedKey key = PolicedKey.of(rpc, "all-but-now", "hours: {timezone: UTC, from: \"00:00\", to: \"00:01\"}");
        int second = rpc.sql("SELECT extract(epoch FROM now())::bigint % 86400");
        rpc.pass(Duration.ofSeconds((12 * 3600 + 86_400 - second) % 86_400)); // noon

        isClosed(key, "hours");
    }

    @Test
    void aUsedUpQuotaOpensNothing() {
        PolicedKey key = PolicedKey.of(rpc, "all-but-spent", "quota: {calls: 1, per: 1d}");
        key.call(COUNTRY, "search_count", List.of());

        isClosed(key, "quota");
    }
}
