package dev.sandoo.server.addons.base;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sandoo.server.TestModels;
import dev.sandoo.server.error.PythonError;
import dev.sandoo.server.error.UserError;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names, codes, labels and copies of records, and searches on what is computed. Source: answers of both versions. */
class RecordDetailsIT {
    private TestModels models;

    @AfterEach
    void close() {
        models.close();
    }

    private int create(String model, Map<String, ?> values) {
        return (Integer) models.call(model, "create", List.of(values), Map.of());
    }

    private Object read(String model, int id, String field) {
        List<?> rows = (List<?>) models.call(model, "read", List.of(List.of(id), List.of(field)), Map.of("load", ""));
        return ((Map<?, ?>) rows.get(0)).get(field);
    }

    private int copy(String model, int id) {
        Object copied = models.call(model, "copy", List.of(List.of(id)), Map.of());
        return copied instanceof List<?> ids ? (Integer) ids.get(0) : (Integer) copied;
    }

    @ParameterizedTest
    @ValueSource(strings = {"19.0", "14.0"})
    void countryCodesAreKeptInCapitals(String version) {
        models = new TestModels(version);

        assertEquals("Q1", read("res.country", create("res.country", Map.of("name", "Q", "code", "q1")), "code"));
    }

    @Test
    void aSecondSourceOfANameIsNumbered() {
        models = new TestModels("19.0");
        create("utm.source", Map.of("name", "Fair"));
        int second = create("utm.source", Map.of("name", "Fair"));
        int third = create("utm.source", Map.of("name", "Fair"));

        assertEquals("Fair [2]", read("utm.source", second, "name"));
        assertEquals("Fair [3]", read("utm.source", third, "name"));
    }

    @ParameterizedTest
    @CsvSource({"19.0, resource.calendar, Plan (copy)", "14.0, ir.ui.menu, Plan(1)", "19.0, stock.location, Plan (copy)"
    })
    void copiesAreToldApart(String version, String model, String name) {
        models = new TestModels(version);

        assertEquals(name, read(model, copy(model, create(model, Map.of("name", "Plan"))), "name"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"19.0", "14.0"})
    void copyingAProductCopiesItsTemplate(String version) {
        models = new TestModels(version);
        int product = create("product.product", Map.of("name", "Chair"));

        int copy = copy("product.product", product);

        assertEquals("Chair (copy)", read("product.product", copy, "name"));
        assertTrue(!read("product.product", copy, "product_tmpl_id")
                .equals(read("product.product", product, "product_tmpl_id")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"19.0", "14.0"})
    void companiesAreNotCopied(String version) {
        models = new TestModels(version);

        assertThrows(UserError.class, () -> copy("res.company", 1));
    }

    @Test
    void computedFieldsAreSearchedByTheirValues() {
        models = new TestModels("19.0");
        int lead = create("crm.lead", Map.of("name", "Quiet"));

        Object silent = models.call(
                "crm.lead",
                "search",
                List.of(List.of(List.of("id", "=", lead), List.of("message_has_error", "=", false))),
                Map.of());
        Object failing = models.call(
                "crm.lead",
                "search",
                List.of(List.of(List.of("id", "=", lead), List.of("message_has_error", "=", true))),
                Map.of());

        assertEquals(List.of(lead), silent);
        assertEquals(List.of(), failing);
    }

    @ParameterizedTest
    @ValueSource(strings = {"19.0", "14.0"})
    void contactsTellTheirCompanysCurrency(String version) {
        models = new TestModels(version);
        int partner = create("res.partner", Map.of("name", "Labelled"));

        assertEquals(read("res.company", 1, "currency_id"), read("res.partner", partner, "currency_id"));
        assertEquals("im_partner", read("res.partner", partner, "im_status"));
    }

    @Test
    void theEarlierVersionTakesAccountsFromItsProperties() {
        models = new TestModels("14.0");

        int partner = create("res.partner", Map.of("name", "Customer"));

        assertEquals(6, read("res.partner", partner, "property_account_receivable_id"));
        assertEquals("normal", read("res.partner", partner, "trust"));
    }

    @ParameterizedTest
    @CsvSource({"bad, incorrect", "Ann <ann@example.com>, correct"})
    void leadsTellWhetherTheirAddressIsOne(String email, String state) {
        models = new TestModels("19.0");

        assertEquals(
                state,
                read("crm.lead", create("crm.lead", Map.of("name", "Lead", "email_from", email)), "email_state"));
    }

    @ParameterizedTest
    @CsvSource({"14.0, res.users", "19.0, res.partner"})
    void wrongChoicesAreRefusedInTheNameOfTheModelThatLooksAtThem(String version, String named) {
        models = new TestModels(version);
        List<?> wrong = List.of(List.of(2), Map.of("tz", "Mars/Base"));

        PythonError error = assertThrows(PythonError.class, () -> models.call("res.users", "write", wrong, Map.of()));

        assertEquals("Wrong value for " + named + ".tz: 'Mars/Base'", error.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"14.0, 2029-06-01", "19.0, false"})
    void aProjectWithoutAnEndHasNoBeginningInTheLaterVersion(String version, String start) {
        models = new TestModels(version);
        int project = create("project.project", Map.of("name", "P", "date_start", "2029-06-01", "date", "2029-07-01"));

        models.call("project.project", "write", List.of(List.of(project), Map.of("date", false)), Map.of());

        assertEquals(start, String.valueOf(read("project.project", project, "date_start")));
    }

    @ParameterizedTest
    @CsvSource({"14.0, 10.0 % discount", "19.0, 10 % discount on sales price"})
    void discountsAreToldInWords(String version, String words) {
        models = new TestModels(version);
        int list = create(
                "product.pricelist",
                Map.of(
                        "name",
                        "VIP",
                        "item_ids",
                        List.of(List.of(0, 0, Map.of("compute_price", "percentage", "percent_price", 10)))));
        List<?> items = (List<?>) read("product.pricelist", list, "item_ids");

        assertEquals(words, read("product.pricelist.item", (Integer) items.get(0), "price"));
    }
}
