package dev.sandoo.server.orm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sandoo.server.TestModels;
import dev.sandoo.server.error.PythonError;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Names that are no fields, in the lines of new records. Source: asked of 19.0. */
class NewLinesIT {
    @AutoClose
    private final TestModels models = new TestModels("19.0");

    private String refusal(String model, Map<String, Object> values) {
        return assertThrows(PythonError.class, () -> models.call(model, "create", List.of(values), Map.of()))
                .getMessage();
    }

    private static Object line(Map<String, Object> values) {
        return List.of(List.of(0, 0, values));
    }

    @Test
    void linesOfARecordThatIsComputedFirstAreCheckedInMemory() {
        Map<String, Object> inner = Map.of("name", "Inner", "child_ids", line(Map.of("nope", 1)));

        assertEquals(
                "Invalid field 'nope' on model 'sale.order.line'",
                refusal("sale.order", Map.of("partner_id", 1, "order_line", line(Map.of("nope", 1)))));
        assertEquals(
                "Invalid field 'nope' on model 'res.partner'",
                refusal("res.partner", Map.of("name", "Outer", "child_ids", line(inner))));
    }

    @Test
    void linesOfOtherRecordsAreRefusedAsTheyAreCreated() {
        assertEquals(
                "Invalid field 'nope' in 'project.task'",
                refusal("project.project", Map.of("name", "Plan", "task_ids", line(Map.of("nope", 1)))));
    }
}
