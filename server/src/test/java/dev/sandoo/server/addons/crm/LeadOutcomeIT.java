package dev.sandoo.server.addons.crm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sandoo.server.TestModels;
import dev.sandoo.server.error.PythonError;
import dev.sandoo.server.error.ValidationError;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Winning, losing and converting leads, and what their messages call it. Expectations recorded from 19.0 and 14.0. */
class LeadOutcomeIT {
    private static final int WON = 4;

    private TestModels models;

    private void open(String version) {
        models = new TestModels(version);
    }

    @AfterEach
    void close() {
        models.close();
    }

    private int lead(Map<String, ?> values) {
        Map<String, Object> all = new HashMap<>(values);
        all.put("name", "Outcome");
        return (Integer) models.call("crm.lead", "create", List.of(all), Map.of());
    }

    private void write(int lead, Map<String, ?> values) {
        models.call("crm.lead", "write", List.of(List.of(lead), values), Map.of());
    }

    private Object read(int lead, String field) {
        List<?> rows = (List<?>) models.call("crm.lead", "read", List.of(List.of(lead), List.of(field)), Map.of());
        return ((Map<?, ?>) rows.get(0)).get(field);
    }

    private String lastSubtype(int lead) {
        List<Object> domain = List.of(List.of("model", "=", "crm.lead"), List.of("res_id", "=", lead));
        List<?> rows = (List<?>) models.call(
                "mail.message",
                "search_read",
                List.of(domain),
                Map.of("fields", List.of("subtype_id"), "order", "id desc", "limit", 1));
        return (String) ((List<?>) ((Map<?, ?>) rows.get(0)).get("subtype_id")).get(1);
    }

    @ParameterizedTest
    @CsvSource({"19.0, true", "14.0, false"})
    void messagesSayWhatBecameOfALead(String version, boolean revives) {
        open(version);
        int lead = lead(Map.of());

        models.call("crm.lead", "action_set_lost", List.of(List.of(lead)), Map.of());
        assertEquals("Opportunity Lost", lastSubtype(lead));
        write(lead, Map.of("active", true));
        assertEquals("Opportunity Restored", lastSubtype(lead));
        write(lead, Map.of("stage_id", 2));
        assertEquals("Stage Changed", lastSubtype(lead));
        models.call("crm.lead", "action_set_lost", List.of(List.of(lead)), Map.of());
        write(lead, Map.of("stage_id", WON));
        assertEquals("Opportunity Won", lastSubtype(lead));
        assertEquals(revives, read(lead, "active"));
        write(lead, Map.of("active", !revives));
        assertEquals(revives ? "Note" : "Opportunity Restored", lastSubtype(lead));
    }

    @Test
    void aWonLeadCannotBeLost() {
        open("19.0");
        int lead = lead(Map.of("stage_id", WON));

        assertThrows(ValidationError.class, () -> write(lead, Map.of("probability", 0)));
        assertThrows(ValidationError.class, () -> lead(Map.of("stage_id", WON, "probability", 30)));
        assertThrows(ValidationError.class, () -> lead(Map.of("stage_id", WON, "active", false)));
        assertEquals(100.0, read(lead, "probability"));
        assertEquals("won", read(lead, "won_status"));
    }

    @Test
    void convertingHandsLeadsToUsersInTurn() {
        open("14.0");
        List<Integer> leads = List.of(lead(Map.of("type", "lead")), lead(Map.of("type", "lead")));

        models.call("crm.lead", "convert_opportunity", List.of(leads, 1, List.of(2, 1)), Map.of());

        for (int lead : leads) {
            assertEquals("opportunity", read(lead, "type"));
            assertEquals(1, ((List<?>) read(lead, "partner_id")).get(0));
        }
        assertEquals(2, ((List<?>) read(leads.get(0), "user_id")).get(0));
        assertEquals(1, ((List<?>) read(leads.get(1), "user_id")).get(0));
    }

    @Test
    void aCustomerIsARecordWhereNoClientCanGiveOne() {
        open("19.0");
        int lead = lead(Map.of("type", "lead"));

        PythonError error = assertThrows(
                PythonError.class,
                () -> models.call("crm.lead", "convert_opportunity", List.of(List.of(lead), 1), Map.of()));
        assertEquals("'int' object has no attribute 'id'", error.getMessage());
        models.call("crm.lead", "convert_opportunity", List.of(List.of(lead), false), Map.of());
        assertEquals("opportunity", read(lead, "type"));
    }
}
