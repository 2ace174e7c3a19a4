package dev.sandoo.server.orm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sandoo.server.addons.TestCalls;
import dev.sandoo.server.error.OdooError;
import dev.sandoo.server.error.UserError;
import dev.sandoo.server.error.ValidationError;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What writing and deleting one record does to those that hang on it. Source: recorded answers, orm_custom and orm_unlink. */
class DependentsIT {
    @AutoClose
    private TestCalls models;

    @ParameterizedTest
    @ValueSource(strings = {"19.0", "14.0"})
    void aStoredRelatedFieldIsWrittenToWhereItIsReadFrom(String version) {
        models = new TestCalls(version);
        int company = models.create("res.company", Map.of("name", "Before"));

        models.write("res.company", company, Map.of("name", "After"));

        assertEquals(
                "After", models.get("res.partner", (Integer) models.get("res.company", company, "partner_id"), "name"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"19.0", "14.0"})
    void movingARecordReachesAllBelowIt(String version) {
        models = new TestCalls(version);
        int first = models.create("res.partner", Map.of("name", "First", "is_company", true));
        int second = models.create("res.partner", Map.of("name", "Second", "is_company", true));
        int middle = models.create("res.partner", Map.of("name", "Middle", "parent_id", first));
        int low = models.create("res.partner", Map.of("name", "Low", "parent_id", middle));
        assertEquals(first, models.get("res.partner", low, "commercial_partner_id"));

        models.write("res.partner", middle, Map.of("parent_id", second));

        assertEquals(second, models.get("res.partner", low, "commercial_partner_id"));
    }

    @ParameterizedTest
    @CsvSource({"19.0, true", "14.0, false"})
    void whoLosesItsParentIsItsOwnCommercialPartnerInLaterVersions(String version, boolean own) {
        models = new TestCalls(version);
        int firm = models.create("res.partner", Map.of("name", "Firm", "is_company", true));
        int worker = models.create("res.partner", Map.of("name", "Worker", "parent_id", firm));

        models.unlink("res.partner", firm);

        assertEquals(own ? worker : (Object) false, models.get("res.partner", worker, "commercial_partner_id"));
        assertEquals("Worker", models.get("res.partner", worker, "display_name"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"19.0", "14.0"})
    void ofManyRecordsThatAreGoneTheFirstIsNamed(String version) {
        models = new TestCalls(version);
        int first = models.create("crm.lead", Map.of("name", "First"));
        int second = models.create("crm.lead", Map.of("name", "Second"));
        int kept = models.create("crm.lead", Map.of("name", "Kept"));
        models.unlink("crm.lead", first);
        models.unlink("crm.lead", second);

        OdooError refusal = assertThrows(
                UserError.class,
                () -> models.call("crm.lead", "unlink", List.of(List.of(kept, second, first)), Map.of()));

        assertEquals(
                "Record does not exist or has been deleted.\n(Record: crm.lead(%d,), User: 2)".formatted(second),
                refusal.getMessage());
        assertEquals("Kept", models.get("crm.lead", kept, "name"));
    }

    @Test
    void aTermThatAnyCompanyUsesIsNotDeleted() {
        models = new TestCalls("19.0");
        int term = models.create("account.payment.term", Map.of("name", "Used"));
        int partner = models.create("res.partner", Map.of("name", "User", "property_payment_term_id", term));

        OdooError refusal = assertThrows(UserError.class, () -> models.unlink("account.payment.term", term));
        assertEquals(
                "You cannot delete account.payment.term(%d,), as it is used by res.partner(%d,)"
                        .formatted(term, partner),
                refusal.getMessage());

        models.write("res.partner", partner, Map.of("property_payment_term_id", false));
        models.unlink("account.payment.term", term);
        assertEquals(
                0,
                models.call(
                        "account.payment.term", "search_count", List.of(List.of(List.of("id", "=", term))), Map.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"19.0", "14.0"})
    void aReferenceToADeletedRecordReadsAsEmpty(String version) {
        models = new TestCalls(version);
        int action = models.create("ir.actions.act_url", Map.of("name", "Goes", "url", "http://example.com"));
        int menu = models.create("ir.ui.menu", Map.of("name", "Menu", "action", "ir.actions.act_url," + action));
        assertEquals("ir.actions.act_url," + action, models.get("ir.ui.menu", menu, "action"));

        models.unlink("ir.actions.act_url", action);

        assertEquals(false, models.get("ir.ui.menu", menu, "action"));
    }

    @Test
    void parametersThatEveryDatabaseHasStay() {
        models = new TestCalls("19.0");
        List<?> ids = (List<?>) models.call(
                "ir.config_parameter", "search", List.of(List.of(List.of("key", "=", "database.uuid"))), Map.of());
        int uuid = (Integer) ids.get(0);

        assertThrows(ValidationError.class, () -> models.unlink("ir.config_parameter", uuid));
        assertThrows(ValidationError.class, () -> models.write("ir.config_parameter", uuid, Map.of("key", "other")));
    }

    @Test
    void aLanguageThatIsNotActiveIsRefusedWhereverRecordsAreReadOrWritten() {
        models = new TestCalls("19.0");
        Map<String, ?> context = Map.of("context", Map.of("lang", "fr_FR"));
        Map<String, List<?>> calls = Map.of(
                "search_count", List.of(List.of()),
                "search", List.of(List.of()),
                "read", List.of(List.of(1), List.of("name")),
                "create", List.of(Map.of("name", "No")),
                "fields_get", List.of());
        calls.forEach((method, args) -> {
            OdooError refusal =
                    assertThrows(UserError.class, () -> models.call("res.partner", method, args, context), method);
            assertEquals("Invalid language code: fr_FR", refusal.getMessage());
        });
    }
}
