package dev.sandoo.server.orm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sandoo.server.TestModels;
import dev.sandoo.server.error.PythonError;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** One2manys whose inverse has no column: it is inherited, or code works it out. Source: asked of 19.0. */
class InheritedInverseIT {
    private static final String PRODUCT = "product.product";
    private static final String DOCUMENTS = "product_document_ids";

    @AutoClose
    private final TestModels models = new TestModels("19.0");

    private int create(String model, Map<String, Object> values) {
        return (Integer) models.call(model, "create", List.of(values), Map.of());
    }

    private Object found(String model, Object... terms) {
        return models.call(model, "search", List.of(List.of(terms)), Map.of());
    }

    @Test
    void isFoundByIdsNamesAndConditions() {
        int with = create(PRODUCT, Map.of("name", "With"));
        int without = create(PRODUCT, Map.of("name", "Without"));
        Map<String, Object> plan = Map.of("name", "Plan", "res_model", PRODUCT, "res_id", with);
        int document = create("product.document", plan);
        create("product.document", Map.of("name", "Other", "res_model", "product.template", "res_id", without));
        List<Object> among = List.of("id", "in", List.of(with, without));

        assertEquals(List.of(with), found(PRODUCT, among, List.of(DOCUMENTS, "=", document)));
        assertEquals(List.of(with), found(PRODUCT, among, List.of(DOCUMENTS, "ilike", "pla")));
        assertEquals(List.of(with), found(PRODUCT, among, List.of(DOCUMENTS + ".name", "=", "Plan")));
        assertEquals(List.of(with), found(PRODUCT, among, List.of(DOCUMENTS, "!=", false)));
        assertEquals(List.of(without), found(PRODUCT, among, List.of(DOCUMENTS, "=", false)));
    }

    @Test
    void leadsThroughAFieldThatIsWorkedOut() {
        int department = create("hr.department", Map.of("name", "Research"));
        int employee = create("hr.employee", Map.of("name", "Ada", "department_id", department));

        assertEquals(List.of(department), found("hr.department", List.of("member_ids", "in", List.of(employee))));
    }

    @Test
    void whatOnlyCodeKnowsIsRefusedForIds() {
        PythonError refusal = assertThrows(
                PythonError.class, () -> found("account.analytic.account", List.of("line_ids", "=", false)));

        assertEquals(
                "Cannot convert account.analytic.line.auto_account_id to SQL because it is not stored",
                refusal.getMessage());
    }
}
