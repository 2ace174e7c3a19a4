package dev.sandoo.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What documents of stubs declare, and what is said of bad ones. */
class StubDocumentWireIT {
    @RegisterExtension
    static final StubbedDatabase stubs = new StubbedDatabase();

    @ParameterizedTest
    @ValueSource(strings = {"19.0", "14.0"})
    void modelsOfOwnModulesAreThere(String version) throws Exception {
        stubs.useFresh(version);
        JsonNode loaded = stubs.load("""
                models:
                  fleet.gauge:
                    description: Gauge
                    order: name
                    fields:
                      name: {type: char, required: true}
                      level: {type: float, default: 1.5}
                      state: {type: selection, selection: [[ok, OK], [broken, Broken]], default: ok}
                      partner_id: {type: many2one, comodel: res.partner}
                      reading_ids: {type: one2many, comodel: fleet.reading, inverse_name: gauge_id}
                      tag_ids: {type: many2many, comodel: res.partner.category}
                    methods: {calibrate: [offset]}
                  fleet.reading:
                    fields:
                      gauge_id: {type: many2one, comodel: fleet.gauge, required: true, ondelete: cascade}
                      value: {type: integer}
                  res.partner:
                    fields:
                      loyalty_points: {type: integer}
                stubs:
                  - model: fleet.gauge
                    method: calibrate
                    then:
                      records:
                        - {write: fleet.gauge, ids: "{{ids}}", values: {level: "{{offset}}"}}
                      value: true
                """);
        assertEquals(3, loaded.path("models").asInt(), loaded.toString());

        Object gauge = stubs.odoo()
                .call(
                        "fleet.gauge",
                        "create",
                        Map.of(
                                "name",
                                "G1",
                                "partner_id",
                                1,
                                "reading_ids",
                                List.of(List.of(0, 0, Map.of("value", 3)))));
        stubs.odoo().call("fleet.gauge", "calibrate", List.of(gauge), 7.25);
        stubs.odoo().call("res.partner", "write", List.of(1), Map.of("loyalty_points", 12));

        Object[] rows = (Object[]) stubs.odoo()
                .call("fleet.gauge", "read", List.of(gauge), List.of("display_name", "level", "state", "reading_ids"));
        Map<String, Object> row = new HashMap<>();
        ((Map<?, ?>) rows[0]).forEach((name, value) -> row.put((String) name, value));
        assertEquals("G1", row.get("display_name"));
        assertEquals(7.25, row.get("level"));
        assertEquals("ok", row.get("state"));
        assertEquals(1, ((Object[]) row.get("reading_ids")).length);
        assertEquals(1, stubs.odoo().call("res.partner", "search_count", List.of(List.of("loyalty_points", ">", 11))));
        assertEquals(1, stubs.odoo().call("ir.model", "search_count", List.of(List.of("model", "=", "fleet.gauge"))));
        assertTrue(((Map<?, ?>) stubs.odoo().execute("fleet.gauge", "fields_get", List.of(), Map.of()))
                .containsKey("tag_ids"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'stubs:\n  - model: a\n    methd: b' | stubs.yaml, line 3, stubs[0].methd: is unknown; did you mean method?",
                "'stubs:\n  - model: a\n    method: b' | stubs.yaml, line 2, stubs[0]: needs then",
                "'stubs:\n  - {model: a, method: b, then: {}}' | stubs.yaml, line 2, stubs[0].then: needs one of value, error and proceed",
                "'stubs:\n  - {model: a, method: b,\n     then: {delay: soon, value: 1}}' |"
                        + " stubs.yaml, line 3, stubs[0].then.delay: must be a length of time, such as 200ms, 5s, 2m or 1h",
                "'stubs:\n  - {model: a, method: b, then: {error: {kind: odd, message: x}}}' |"
                        + " stubs.yaml, line 2, stubs[0].then.error.kind: must be one of user, validation, access, denied, missing,"
                        + " redirect, python",
                "'stubs:\n  - {model: a, method: b, when: {x: {matches: \"(\"}}, then: {value: 1}}' |"
                        + " stubs.yaml, line 2, stubs[0].when.x.matches: is no regular expression: Unclosed group",
                "'stubs: [' | stubs.yaml, line 1: expected the node content, but found '<stream end>', while parsing a flow node",
                "'models:\n  my.model:\n    fields:\n      x: {type: blob}' |"
                        + " stubs.yaml, line 4, models.my.model.fields.x: unknown field type blob",
                "'models:\n  my.model:\n    fields:\n      x: {type: many2one, comodel: not.there}' |"
                        + " stubs.yaml, line 4, models.my.model.fields.x: points to not.there, which there is not"
            })
    void badDocumentsAreToldByLineAndField(String yaml, String message) {
        assertEquals(
                message,
                stubs.load(yaml).path("detail").asText().lines().findFirst().orElse(""));
        assertEquals(0, stubs.odoo().control("GET", "stubs", "").path("stubs").size());
    }
}
