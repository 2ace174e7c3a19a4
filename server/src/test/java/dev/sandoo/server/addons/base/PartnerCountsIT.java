package dev.sandoo.server.addons.base;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sandoo.server.TestModels;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What partners are told to have, and currency rates as people write them. Source: asked of both versions. */
class PartnerCountsIT {
    private static final String PARTNER = "res.partner";
    private static final String RATE = "res.currency.rate";

    @AutoClose
    private TestModels models;

    private int create(String model, Map<String, Object> values) {
        return (Integer) models.call(model, "create", List.of(values), Map.of());
    }

    private Map<?, ?> read(String model, int id, List<String> fields) {
        List<?> rows = (List<?>) models.call(model, "read", List.of(List.of(id), fields), Map.of());
        Map<Object, Object> row = new LinkedHashMap<>((Map<?, ?>) rows.get(0));
        row.remove("id");
        return row;
    }

    @ParameterizedTest
    @CsvSource({"19.0, 3, 2", "14.0, 2, 1"})
    void partnersHaveWhatThoseBelowHave(String version, int leads, int tasks) {
        models = new TestModels(version);
        int company = create(PARTNER, Map.of("name", "Company", "is_company", true));
        int worker = create(PARTNER, Map.of("name", "Worker", "parent_id", company));
        create("crm.lead", Map.of("name", "Own", "partner_id", company));
        create("crm.lead", Map.of("name", "Below", "partner_id", worker));
        create("crm.lead", Map.of("name", "Archived", "partner_id", worker, "active", false));
        create("sale.order", Map.of("partner_id", worker));
        int project = create("project.project", Map.of("name", "Project"));
        for (int partner : List.of(company, worker)) {
            create("project.task", Map.of("name", "Task", "project_id", project, "partner_id", partner));
        }
        Object both = List.of(List.of(6, 0, List.of(company, worker)));
        create(
                "calendar.event",
                Map.of(
                        "name", "Meeting",
                        "start", "2026-04-01 08:00:00",
                        "stop", "2026-04-01 09:00:00",
                        "partner_ids", both));
        create("res.partner.bank", Map.of("acc_number", "1234", "partner_id", worker));

        Map<String, Object> counts = Map.of(
                "opportunity_count", leads,
                "sale_order_count", 1,
                "task_count", tasks,
                "meeting_count", 1,
                "bank_account_count", 0);
        assertEquals(counts, read(PARTNER, company, List.copyOf(counts.keySet())));
    }

    @Test
    void aRateIsWrittenFromEitherSide() {
        models = new TestModels("19.0");
        int rate = create(RATE, Map.of("name", "2021-03-04", "currency_id", 125, "company_rate", 4));
        List<String> fields = List.of("rate", "company_rate", "inverse_company_rate");
        assertEquals(Map.of("rate", 4.0, "company_rate", 4.0, "inverse_company_rate", 0.25), read(RATE, rate, fields));

        models.call(RATE, "write", List.of(rate, Map.of("inverse_company_rate", 0.2)), Map.of());

        assertEquals(Map.of("rate", 5.0, "company_rate", 5.0, "inverse_company_rate", 0.2), read(RATE, rate, fields));
    }
}
