package dev.sandoo.server.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandoo.server.OdooRecorder;
import dev.sandoo.server.TestDatabase;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.xmlrpc.XmlRpcException;
import org.apache.xmlrpc.client.XmlRpcClient;
import org.apache.xmlrpc.client.XmlRpcClientConfigImpl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a suite did with a server is recorded; then a fresh database with the recorded seeds and stubs alone answers it the same. */
class RecordedSuiteWireIT {
    private static final String SHOP = """
            stubs:
              - {model: x.shop, method: search, then: {value: [5, 6]}}
              - {model: x.shop, method: read, when: {ids: [5]}, then: {value: [{id: 5, name: "North {{=<% %>=}}{{unit}}"}]}}
              - {model: x.shop, method: read, when: {ids: [6]}, then: {value: [{id: 6, name: "South: left\\n"}]}}
              - {model: x.shop, method: poll, times: 2, then: {value: waiting}}
              - {model: x.shop, method: poll, then: {value: done}}
              - {model: x.shop, method: close, then: {error: {kind: access, message: Not yours}}}
              - {model: x.shop, method: order, when: {kwargs.size: 2}, then: {value: two}}
              - {model: x.shop, method: order, then: {value: three}}
              - {model: res.partner, method: rate, then: {value: {stars: 4.5, code: "007", by: no}}}
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"19.0", "14.0"})
    void theRecordedSeedsAndStubsAnswerTheSuiteAlone(String version) throws Exception {
        try (TestDatabase real = new TestDatabase(version);
                TestDatabase fresh = new TestDatabase(version)) {
            fill(real);
            List<String> recorded;
            try (OdooRecorder recorder = record(real, version)) {
                recorded = new Suite("http://127.0.0.1:" + recorder.port(), real.name(), "eve", "eve's own").run();
            }

            load(fresh, "seeds");
            load(fresh, "stubs");
            List<String> replayed = new Suite(fresh.url(), fresh.name(), "eve", "eve").run();

            assertEquals(String.join("\n", recorded), String.join("\n", replayed));
            assertTrue(recorded.contains("shop [{id=5, name=North {{unit}}}]"), recorded::toString);
        }
    }

    @Test
    void noSecretIsInWhatWasRecorded() throws Exception {
        try (TestDatabase real = new TestDatabase("19.0")) {
            fill(real);
            try (OdooRecorder recorder = record(real, "19.0")) {
                new Suite("http://127.0.0.1:" + recorder.port(), real.name(), "eve", "eve's own").run();
            }

            for (String file : List.of("scenario.jsonl", "seeds.yaml", "stubs.yaml")) {
                assertFalse(Files.readString(folder.resolve(file)).contains("eve's own"), file);
            }
        }
    }

    private void load(TestDatabase fresh, String what) throws Exception {
        JsonNode answer = fresh.control("POST", what, Files.readString(folder.resolve(what + ".yaml")));
        assertTrue(answer.path("title").isMissingNode(), answer::toPrettyString);
    }

    private OdooRecorder record(TestDatabase real, String version) {
        return OdooRecorder.start(
                new OdooRecorder.Settings(URI.create(real.url()), "127.0.0.1", 0, folder, version), line -> {});
    }

    /** Records that came and went have the ids be others than a fresh database would give. */
    private static void fill(TestDatabase real) throws Exception {
        for (String model : List.of("res.partner", "product.template", "product.product")) {
            real.call(model, "unlink", real.call(model, "create", Map.of("name", "gone")));
        }
        Object azure = real.call(
                "res.partner",
                "create",
                Map.of("name", "Azure {{Ltd}}", "is_company", true, "email", "a@azure.example"));
        real.call("res.partner", "create", Map.of("name", "Ada", "parent_id", azure, "comment", "said {{hello}}"));
        Object lamp = real.call("product.product", "create", Map.of("name", "Lamp", "list_price", 40.5));
        real.call(
                "sale.order",
                "create",
                Map.of(
                        "partner_id",
                        azure,
                        "order_line",
                        List.of(List.of(0, 0, Map.of("product_id", lamp, "product_uom_qty", 2)))));
        Object eve = real.call("res.users", "create", Map.of("name", "Eve", "login", "eve", "password", "eve's own"));
        for (String name : List.of("sales_team.group_sale_manager", "base.group_partner_manager")) {
            Object[] group = (Object[]) real.call(
                    "ir.model.data",
                    "search_read",
                    List.of(List.of("module", "=", name.split("\\.")[0]), List.of("name", "=", name.split("\\.")[1])),
                    List.of("res_id"));
            Object id = ((Map<?, ?>) group[0]).get("res_id");
            real.call("res.groups", "write", List.of(id), Map.of(users(real), List.of(List.of(4, eve, 0))));
        }
        real.control("POST", "stubs", SHOP);
        real.call("res.company", "write", List.of(1), Map.of("name", "Real & Sons"));
    }

    private static String users(TestDatabase real) throws Exception {
        Map<?, ?> fields =
                (Map<?, ?>) real.call("res.groups", "fields_get", List.of("users", "user_ids"), List.of("type"));
        return fields.containsKey("user_ids") ? "user_ids" : "users";
    }

    /** A connector's tests in miniature, with a stock client: a line for each thing it sees. */
    private static final class Suite {
        private final XmlRpcClient client = new XmlRpcClient();
        private final String url;
        private final String database;
        private final String login;
        private final String password;
        private final List<String> seen = new ArrayList<>();
        private Object uid;

        Suite(String url, String database, String login, String password) {
            this.url = url;
            this.database = database;
            this.login = login;
            this.password = password;
        }

        List<String> run() throws Exception {
            uid = execute("common", "authenticate", List.of(database, login, password, Map.of()));
            seen.add("uid " + uid);
            readsWhatWasThere();
            readsWhatSandooLacks();
            changesRecords();
            return seen;
        }

        private void readsWhatWasThere() throws Exception {
            Object azure = see("azure", "res.partner", "search", List.of(List.of("name", "like", "Azure")));
            see("company", "res.partner", "read", azure, List.of("name", "email", "is_company", "child_ids", "phone"));
            see(
                    "contacts",
                    "res.partner",
                    "search_read",
                    List.of(List.of("parent_id", "in", azure)),
                    List.of("display_name", "parent_id", "comment"));
            see("own company", "res.company", "read", List.of(1), List.of("name", "currency_id"));
            Object orders = see(
                    "orders",
                    "sale.order",
                    "search_read",
                    List.of(List.of("partner_id", "in", azure)),
                    List.of("name", "state", "partner_id", "amount_untaxed", "order_line"));
            Object lines = ((Map<?, ?>) ((Object[]) orders)[0]).get("order_line");
            see("lines", "sale.order.line", "read", lines, List.of("product_id", "product_uom_qty", "price_unit"));
        }

        private void readsWhatSandooLacks() throws Exception {
            Object[] shops = (Object[]) see("shops", "x.shop", "search", List.of());
            for (Object shop : shops) {
                see("shop", "x.shop", "read", List.of(shop));
            }
            for (int i = 0; i < 4; i++) {
                see("poll", "x.shop", "poll", List.of(5));
            }
            see("close", "x.shop", "close", List.of(5));
        }

        private void changesRecords() throws Exception {
            Object lamp = call("product.product", "search", List.of(List.of(List.of("name", "=", "Lamp"))), Map.of());
            Object own = call("res.partner", "create", List.of(Map.of("name", "Own")), Map.of());
            seen.add("rated " + show(call("res.partner", "rate", List.of(List.of(own)), Map.of())));
            for (int size = 2; size <= 3; size++) {
                seen.add("bought "
                        + show(call("x.shop", "order", List.of(), Map.of("size", size, "partner", Map.of("id", own)))));
            }
            Object line = List.of(0, 0, Map.of("product_id", ((Object[]) lamp)[0], "product_uom_qty", 3));
            Object order = call(
                    "sale.order", "create", List.of(Map.of("partner_id", own, "order_line", List.of(line))), Map.of());
            Object[] made = (Object[]) call(
                    "sale.order", "read", List.of(List.of(order), List.of("amount_untaxed", "order_line")), Map.of());
            seen.add("amount " + ((Map<?, ?>) made[0]).get("amount_untaxed"));
            Object lines = ((Map<?, ?>) made[0]).get("order_line");
            Object[] read = (Object[])
                    call("sale.order.line", "read", List.of(lines, List.of("order_id", "price_unit")), Map.of());
            seen.add("price " + ((Map<?, ?>) read[0]).get("price_unit"));
            see("refused", "res.partner", "read", List.of(own), List.of("no_such_field"));
        }

        private Object see(String what, String model, String method, Object... args) throws Exception {
            try {
                Object answer = call(model, method, Arrays.asList(args), Map.of());
                seen.add(what + " " + show(answer));
                return answer;
            } catch (XmlRpcException fault) {
                String[] lines = fault.getMessage().strip().split("\n");
                seen.add(what + " " + fault.code + " " + lines[lines.length - 1]);
                return List.of();
            }
        }

        private Object call(String model, String method, List<?> args, Map<String, ?> kwargs) throws Exception {
            return execute("object", "execute_kw", List.of(database, uid, password, model, method, args, kwargs));
        }

        private Object execute(String service, String method, List<?> parameters) throws Exception {
            XmlRpcClientConfigImpl config = new XmlRpcClientConfigImpl();
            config.setServerURL(URI.create(url + "/xmlrpc/2/" + service).toURL());
            return client.execute(config, method, parameters);
        }

        private static String show(Object value) {
            if (value instanceof Object[] items) {
                return Arrays.stream(items).map(Suite::show).toList().toString();
            }
            if (value instanceof Map<?, ?> members) {
                return members.entrySet().stream()
                        .sorted(Comparator.comparing(entry -> entry.getKey().toString()))
                        .map(entry -> entry.getKey() + "=" + show(entry.getValue()))
                        .collect(Collectors.joining(", ", "{", "}"));
            }
            return String.valueOf(value);
        }
    }
}
