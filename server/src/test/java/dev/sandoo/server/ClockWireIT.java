package dev.sandoo.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A database's clock, set over the control interface and seen by a stock client. */
class ClockWireIT {
    private static TestDatabase odoo;

    @BeforeAll
    static void start() {
        odoo = new TestDatabase("19.0");
    }

    @AfterAll
    static void stop() {
        odoo.close();
    }

    @AfterEach
    void clear() {
        odoo.control("DELETE", "clock", "");
    }

    @Test
    void clientSeesTheTimeThatWasSet() throws Exception {
        odoo.control("PUT", "clock", "{\"now\": \"2031-05-06 07:08:09\", \"frozen\": true}");
        Object partner = odoo.call("res.partner", "create", Map.of("name", "Clock"));
        JsonNode moved = odoo.control("PUT", "clock", "{\"advance\": \"PT2H\"}");

        Object[] rows = (Object[]) odoo.call("res.partner", "read", List.of(partner), List.of("create_date"));
        assertEquals("2031-05-06 07:08:09", ((Map<?, ?>) rows[0]).get("create_date"));
        assertEquals("{\"now\":\"2031-05-06T09:08:09Z\",\"frozen\":true,\"real\":false}", moved.toString());
        assertTrue(odoo.control("DELETE", "clock", "").path("real").asBoolean());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2031-05-06T09:08:09+02:00 | 2031-05-06T07:08:09Z",
                "2031-05-06T07:08:09 | 2031-05-06T07:08:09Z",
                "2031-05-06 | 2031-05-06T00:00:00Z"
            })
    void timesAreTakenInEveryForm(String now, String shown) {
        JsonNode set = odoo.control("PUT", "clock", "{\"now\": \"" + now + "\", \"frozen\": true}");

        assertEquals(shown, set.path("now").asText());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"now\": \"soon\"} | now: must be a time such as 2026-01-31T12:00:00Z",
                "{\"advance\": \"a bit\"} | advance: must be a duration such as PT2H, 90m or -1d",
                "{\"advance\": \"1h\", \"frozen\": true} | advance: excludes now and frozen",
                "{} | the body: give now, frozen or advance"
            })
    void badTimesAreRefused(String body, String message) {
        assertEquals(message, odoo.control("PUT", "clock", body).path("detail").asText());
    }

    @Test
    void unknownDatabaseIsRefused() {
        odoo.control("GET", "clock", "");

        assertEquals(404, odoo.send("GET", "/_sandoo/databases/nowhere/clock").statusCode());
    }
}
