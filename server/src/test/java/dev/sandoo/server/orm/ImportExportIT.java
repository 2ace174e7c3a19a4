package dev.sandoo.server.orm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sandoo.server.rpc.TestRpc;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Records as rows of cells, in and out. Source: recorded scenarios, 19.0, load and export-data of orm_names. */
class ImportExportIT {
    @AutoClose
    private TestRpc rpc;

    @BeforeEach
    void open() {
        rpc = new TestRpc("19.0");
    }

    private Map<?, ?> load(List<String> columns, List<?>... rows) {
        return (Map<?, ?>) rpc.admin("res.partner", "load", columns, List.of(rows));
    }

    private int partnersNamed(String name) {
        return (Integer) rpc.admin("res.partner", "search_count", List.of(List.of("name", "=", name)));
    }

    @Test
    void recordIsFoundAgainByItsExternalId() {
        Object first =
                load(List.of("id", "name"), List.of("__import__.one", "One")).get("ids");
        Object second =
                load(List.of("id", "name"), List.of("__import__.one", "Uno")).get("ids");

        assertEquals(first, second);
        assertEquals(1, partnersNamed("Uno"));
    }

    @Test
    void rowsOfAListBelongToTheRecordAbove() {
        Map<?, ?> answer = load(
                List.of("name", "child_ids/name"), List.of("Acme", "Ann"), List.of("", "Bob"), List.of("Other", ""));

        int acme = (Integer) ((List<?>) answer.get("ids")).get(0);
        assertEquals(2, ((List<?>) answer.get("ids")).size());
        assertEquals(
                List.of(List.of("Acme", "Ann"), List.of("", "Bob")),
                ((Map<?, ?>) rpc.admin("res.partner", "export_data", List.of(acme), List.of("name", "child_ids/name")))
                        .get("datas"));
    }

    @Test
    void oneWrongRowUndoesAll() {
        Map<?, ?> answer = load(List.of("name", "color"), List.of("Right", "1"), List.of("Wrong", "abc"));

        assertEquals(false, answer.get("ids"));
        assertEquals(
                List.of(Map.of(
                        "rows", Map.of("from", 1, "to", 1),
                        "type", "error",
                        "record", 1,
                        "field", "color",
                        "message", "'abc' does not seem to be an integer for field 'Color Index'",
                        "field_name", "Color Index")),
                answer.get("messages"));
        assertEquals(0, partnersNamed("Right"));
    }

    @Test
    void recordWithoutExternalIdGetsOne() {
        int id = (Integer) rpc.admin("res.partner", "create", Map.of("name", "Nameless"));

        Map<?, ?> answer =
                (Map<?, ?>) rpc.admin("res.partner", "export_data", List.of(id), List.of("id", "country_id"));

        List<?> row = (List<?>) ((List<?>) answer.get("datas")).get(0);
        assertEquals("__export__.res_partner_" + id, ((String) row.get(0)).replaceAll("_[0-9a-f]{8}$", ""));
        assertEquals("", row.get(1));
    }

    @Test
    void specificationReachesThroughRelations() {
        int country = rpc.idOf("base.be");
        int id = (Integer) rpc.admin(
                "res.partner",
                "create",
                Map.of(
                        "name",
                        "Ann",
                        "country_id",
                        country,
                        "child_ids",
                        List.of(List.of(0, 0, Map.of("name", "Kid")))));

        Object read = rpc.admin(
                "res.partner",
                "web_read",
                List.of(id),
                Map.of(
                        "country_id", Map.of("fields", Map.of("code", Map.of())),
                        "child_ids", Map.of("fields", Map.of("name", Map.of()))));

        int kid = rpc.sql("SELECT id FROM res_partner WHERE parent_id = ?", id);
        assertEquals(
                List.of(Map.of(
                        "id", id,
                        "country_id", Map.of("id", country, "code", "BE"),
                        "child_ids", List.of(Map.of("id", kid, "name", "Kid")))),
                read);
    }
}
