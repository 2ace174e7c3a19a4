package dev.sandoo.server.orm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sandoo.server.rpc.TestRpc;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Large inputs are answered, or refused in words that say why; nothing is lost on the way. */
class LargeInputsIT {
    private static final String PARTNER = "res.partner";
    private static final String TAG = "res.partner.category";

    @AutoClose
    private TestRpc rpc;

    @BeforeEach
    void open() {
        rpc = new TestRpc("19.0");
    }

    @Test
    void aDomainOfAThousandTermsFindsWhatEachFinds() {
        List<Object> any = new ArrayList<>(Collections.nCopies(999, "|"));
        IntStream.range(0, 999).forEach(i -> any.add(List.of("name", "=", "nobody " + i)));
        any.add(List.of("id", "=", TestRpc.ADMIN + 1));

        assertEquals(1, rpc.admin(PARTNER, "search_count", any));
    }

    @Test
    void fiftyThousandIdsAreLookedFor() {
        List<Integer> ids = IntStream.range(0, 50_000).boxed().toList();

        assertEquals(
                rpc.admin(PARTNER, "search_count", List.of()),
                rpc.admin(PARTNER, "search_count", List.of(List.of("id", "in", ids))));
    }

    @Test
    void tenThousandRecordsAreCreatedInOneCall() {
        List<Object> values = new ArrayList<>();
        IntStream.range(0, 10_000).forEach(i -> values.add(Map.of("name", "bulk " + i)));

        List<?> ids = (List<?>) rpc.admin(TAG, "create", values);

        assertEquals(10_000, ids.size());
        assertEquals(
                List.of(Map.of("id", ids.get(9_999), "name", "bulk 9999")),
                rpc.admin(TAG, "read", List.of(ids.get(9_999)), List.of("name")));
    }

    @Test
    void aTextOfFiveMegabytesComesBackAsItWas() {
        String text = "x".repeat(5 * 1024 * 1024);
        int id = (Integer) rpc.admin("project.task", "create", Map.of("name", "long", "description", text));

        List<?> rows = (List<?>) rpc.admin("project.task", "read", List.of(id), List.of("description"));

        assertEquals("<p>" + text + "</p>", ((Map<?, ?>) rows.get(0)).get("description"));
    }

    @Test
    void valuesAreNestedAsDeepAsLinesGo() {
        Map<String, Object> values = Map.of("name", "leaf");
        for (int i = 0; i < 30; i++) {
            values = Map.of("name", "level " + i, "child_ids", List.of(List.of(0, 0, values)));
        }
        int top = (Integer) rpc.admin(PARTNER, "create", values);

        assertEquals(31, rpc.admin(PARTNER, "search_count", List.of(List.of("id", "child_of", top))));
    }

    @Test
    void aPathThatIsTooLongIsRefused() {
        String path = "parent_id.".repeat(20_000) + "name";

        assertEquals(
                "PYTHON: maximum recursion depth exceeded",
                TestRpc.refusal(() -> rpc.admin(PARTNER, "search_count", List.of(List.of(path, "=", "x")))));
    }
}
