package dev.sandoo.server.addons.base;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sandoo.server.addons.TestCalls;
import dev.sandoo.server.error.PythonError;
import dev.sandoo.server.error.UserError;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names, codes, labels and copies of records, and searches on what is computed. Source: answers of both versions. */
class RecordDetailsIT {
    @AutoClose
    private TestCalls models;

    @ParameterizedTest
    @ValueSource(strings = {"19.0", "14.0"})
    void countryCodesAreKeptInCapitals(String version) {
        models = new TestCalls(version);

        assertEquals(
                "Q1",
                models.get("res.country", models.create("res.country", Map.of("name", "Q", "code", "q1")), "code"));
    }

    @Test
    void aSecondSourceOfANameIsNumbered() {
        models = new TestCalls("19.0");
        models.create("utm.source", Map.of("name", "Fair"));
        int second = models.create("utm.source", Map.of("name", "Fair"));
        int third = models.create("utm.source", Map.of("name", "Fair"));

        assertEquals("Fair [2]", models.get("utm.source", second, "name"));
        assertEquals("Fair [3]", models.get("utm.source", third, "name"));
    }

    @ParameterizedTest
    @CsvSource({"19.0, resource.calendar, Plan (copy)", "14.0, ir.ui.menu, Plan(1)", "19.0, stock.location, Plan (copy)"
    })
    void copiesAreToldApart(String version, String model, String name) {
        models = new TestCalls(version);

        assertEquals(name, models.get(model, models.copy(model, models.create(model, Map.of("name", "Plan"))), "name"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"19.0", "14.0"})
    void copyingAProductCopiesItsTemplate(String version) {
        models = new TestCalls(version);
        int product = models.create("product.product", Map.of("name", "Chair"));

        int copy = models.copy("product.product", product);

        assertEquals("Chair (copy)", models.get("product.product", copy, "name"));
        assertTrue(!models.get("product.product", copy, "product_tmpl_id")
                .equals(models.get("product.product", product, "product_tmpl_id")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"19.0", "14.0"})
    void companiesAreNotCopied(String version) {
        models = new TestCalls(version);

        assertThrows(UserError.class, () -> models.copy("res.company", 1));
    }

    @Test
    void computedFieldsAreSearchedByTheirValues() {
        models = new TestCalls("19.0");
        int lead = models.create("crm.lead", Map.of("name", "Quiet"));

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
        models = new TestCalls(version);
        int partner = models.create("res.partner", Map.of("name", "Labelled"));

        assertEquals(models.get("res.company", 1, "currency_id"), models.get("res.partner", partner, "currency_id"));
        assertEquals("im_partner", models.get("res.partner", partner, "im_status"));
    }

    @Test
    void theEarlierVersionTakesAccountsFromItsProperties() {
        models = new TestCalls("14.0");

        int partner = models.create("res.partner", Map.of("name", "Customer"));

        assertEquals(6, models.get("res.partner", partner, "property_account_receivable_id"));
        assertEquals("normal", models.get("res.partner", partner, "trust"));
    }

    @ParameterizedTest
    @CsvSource({"bad, incorrect", "Ann <ann@example.com>, correct"})
    void leadsTellWhetherTheirAddressIsOne(String email, String state) {
        models = new TestCalls("19.0");

        assertEquals(
                state,
                models.get(
                        "crm.lead",
                        models.create("crm.lead", Map.of("name", "Lead", "email_from", email)),
                        "email_state"));
    }

    @ParameterizedTest
    @CsvSource({"14.0, res.users", "19.0, res.partner"})
    void wrongChoicesAreRefusedInTheNameOfTheModelThatLooksAtThem(String version, String named) {
        models = new TestCalls(version);
        List<?> wrong = List.of(List.of(2), Map.of("tz", "Mars/Base"));

        PythonError error = assertThrows(PythonError.class, () -> models.call("res.users", "write", wrong, Map.of()));

        assertEquals("Wrong value for " + named + ".tz: 'Mars/Base'", error.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"14.0, 2029-06-01", "19.0, false"})
    void aProjectWithoutAnEndHasNoBeginningInTheLaterVersion(String version, String start) {
        models = new TestCalls(version);
        int project =
                models.create("project.project", Map.of("name", "P", "date_start", "2029-06-01", "date", "2029-07-01"));

        models.call("project.project", "write", List.of(List.of(project), Map.of("date", false)), Map.of());

        assertEquals(start, String.valueOf(models.get("project.project", project, "date_start")));
    }

    @ParameterizedTest
    @CsvSource({"14.0, 10.0 % discount", "19.0, 10 % discount on sales price"})
    void discountsAreToldInWords(String version, String words) {
        models = new TestCalls(version);
        int list = models.create(
                "product.pricelist",
                Map.of(
                        "name",
                        "VIP",
                        "item_ids",
                        List.of(List.of(0, 0, Map.of("compute_price", "percentage", "percent_price", 10)))));
        List<?> items = (List<?>) models.get("product.pricelist", list, "item_ids");

        assertEquals(words, models.get("product.pricelist.item", (Integer) items.get(0), "price"));
    }
}
