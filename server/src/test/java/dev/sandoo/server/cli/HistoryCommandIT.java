package dev.sandoo.server.cli;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.sandoo.server.error.OdooError;
import dev.sandoo.server.rpc.TestRpc;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code sandoo audit export} and {@code sandoo policy suggest} beside a running server. */
class HistoryCommandIT {
    private static final String VERSION = "19.0";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @AutoClose
    private TestRpc rpc;

    private String key;

    @TempDir
    private Path folder;

    @BeforeEach
    void callSomething() {
        rpc = new TestRpc(VERSION);
        key = rpc.key(TestRpc.ADMIN);
        Map<String, Object> lead = Map.of("name", "=cmd, \"quoted\"", "email_from", "a@b.example");
        Object id = rpc.executeKw(TestRpc.ADMIN, key, "crm.lead", "create", List.of(lead), Map.of());
        rpc.executeKw(TestRpc.ADMIN, key, "crm.lead", "read", List.of(id, List.of("name")), Map.of());
        assertThrows(
                OdooError.class,
                () -> rpc.executeKw(TestRpc.ADMIN, key, "sandoo.call", "unlink", List.of(List.of(1)), Map.of()));
        rpc.admin("sandoo.call", "search_count", List.of());
    }

    @Test
    void linesOfJsonTellCallsWithTheirChanges() throws IOException {
        run("audit", "export", "--key", "test");

        List<JsonNode> lines = new ArrayList<>();
        for (String line : out.toString(StandardCharsets.UTF_8).lines().toList()) {
            lines.add(new ObjectMapper().readTree(line));
        }
        assertEquals(3, lines.size());
        JsonNode create = lines.get(0);
        assertEquals("crm.lead", create.get("model").asText());
        assertEquals("admin", create.get("login").asText());
        assertEquals("test", create.get("key_name").asText());
        assertTrue(create.get("changes").toString().contains("a@b.example"), create::toString);
        assertTrue(create.get("policy").isNull());
        assertEquals("[]", lines.get(1).get("changes").toString());
        assertEquals("refused", lines.get(2).get("outcome").asText());
    }

    @Test
    void linesOfCommasAreWrittenToAFileAndHoldNoFormulas() throws IOException {
        rpc.change("UPDATE sandoo_call SET reason = ? WHERE method = 'create'", "=1+1,\"x\"");
        Path file = folder.resolve("calls.csv");

        run(
                "audit",
                "export",
                "--format",
                "csv",
                "--outcome",
                "ok",
                "--model",
                "crm.lead",
                "--output",
                file.toString());

        List<String> lines = Files.readAllLines(file);
        assertEquals(3, lines.size());
        assertTrue(lines.get(0).startsWith("id,time,request_id,user_id,login,key_id,key_name"), lines.get(0));
        assertTrue(lines.get(1).contains(",\"'=1+1,\"\"x\"\"\","), lines.get(1));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("2 calls written to"));
    }

    @Test
    void aDraftHoldsWhatTheKeyDidAndNoMore() throws IOException {
        run("policy", "suggest", "--key", "test", "--since", "1d");

        String text = out.toString(StandardCharsets.UTF_8);
        JsonNode policy = new ObjectMapper(new YAMLFactory()).readTree(text);
        assertEquals("test", policy.get("name").asText());
        assertEquals(
                "[\"create\",\"read\"]", policy.at("/models/crm.lead/methods").toString());
        assertEquals(
                "[\"email_from\",\"name\"]",
                policy.at("/models/crm.lead/fields").toString());
        assertEquals(1, policy.get("models").size());
        assertEquals("[\"xmlrpc\"]", policy.get("protocols").toString());
        assertTrue(text.contains("# refused, and left out: sandoo.call.unlink, 1 times"), text);
        assertTrue(text.contains("# addresses: [\"127.0.0.1\"]"), text);
    }

    @Test
    void aKeyBoundByItsDraftMayDoTheSameAgain() {
        Object product = rpc.admin("product.product", "create", Map.of("name", "Drafted"));
        Object partner = rpc.admin("res.partner", "create", Map.of("name", "Customer"));
        Map<String, Object> line = Map.of("product_id", product, "product_uom_qty", 2);
        Map<String, Object> order = Map.of("partner_id", partner, "order_line", List.of(List.of(0, 0, line)));
        sell(order);
        rpc.admin("sandoo.call", "search_count", List.of());

        run("policy", "suggest", "--key", "test");
        String draft = out.toString(StandardCharsets.UTF_8);
        rpc.admin("sandoo.key.policy", "create", Map.of("name", "test", "document", draft));
        rpc.change("UPDATE res_users_apikeys SET scope = 'test' WHERE name = 'test'");

        assertDoesNotThrow(() -> sell(order), draft);
        assertThrows(
                OdooError.class,
                () -> rpc.executeKw(TestRpc.ADMIN, key, "res.partner", "search_read", List.of(List.of()), Map.of()));
    }

    private void sell(Map<String, Object> order) {
        Object id = rpc.executeKw(TestRpc.ADMIN, key, "sale.order", "create", List.of(order), Map.of());
        rpc.executeKw(TestRpc.ADMIN, key, "sale.order", "write", List.of(id, Map.of("note", "n" + id)), Map.of());
        rpc.executeKw(TestRpc.ADMIN, key, "sale.order", "message_post", List.of(id), Map.of("body", "Hello"));
    }

    @Test
    void whatIsMissingOrWrongIsToldAtOnce() {
        assertEquals(ExitCode.BAD_SETTINGS, code("audit", "export", "--format", "xml", "--since", "soon"));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("--format"));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("--since"));
        assertEquals(ExitCode.BAD_SETTINGS, code("policy", "suggest"));
        assertEquals(ExitCode.BAD_SETTINGS, code("policy", "sugest", "--key", "1"));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("suggest"));
        assertEquals(ExitCode.FAILED, code("policy", "suggest", "--key", "nobody's"));
    }

    private void run(String... arguments) {
        assertEquals(ExitCode.DONE, code(arguments), () -> err.toString(StandardCharsets.UTF_8));
    }

    private ExitCode code(String... arguments) {
        out.reset();
        err.reset();
        return new DatabaseCli(rpc, VERSION, out, err).run(List.of(arguments));
    }
}
