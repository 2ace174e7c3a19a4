package dev.sandoo.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.apache.xmlrpc.XmlRpcException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which stub answers a call of a stock client. */
class StubConditionWireIT {
    @RegisterExtension
    static final StubbedDatabase stubs = new StubbedDatabase();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "values.email: a@b.example | yes",
                "values.email: x@b.example | no",
                "values.email: {matches: '.*@b[.]example'} | yes",
                "values.email: {contains: '@'} | yes",
                "values: {contains: {name: Ann}} | yes",
                "values.phone: {present: false} | yes",
                "values.color: {above: 4, below: 6} | yes",
                "values.color: {in: [1, 2]} | no",
                "values.color: {not: {in: [1, 2]}} | yes",
                "values: {domain: [['color', '>', 4], ['name', 'ilike', 'an']]} | yes",
                "values: {domain: [['color', '>', 5]]} | no",
                "args.0.tags: {any: {above: 2}} | yes",
                "args.0.tags: {size: 2} | no",
                "context.lang: fr_FR | yes",
                "user.login: demo | no"
            })
    void argumentsDecide(String condition, String fits) throws Exception {
        stubs.load("""
                stubs:
                  - model: res.*
                    method: cre?te
                    when: {%s}
                    then: {value: 77}
                """.formatted(condition));
        Map<String, Object> values =
                Map.of("name", "Ann", "email", "a@b.example", "color", 5, "tags", List.of(1, 2, 3));

        Object answer;
        try {
            answer = stubs.odoo()
                    .execute("res.partner", "create", List.of(values), Map.of("context", Map.of("lang", "fr_FR")));
        } catch (XmlRpcException refused) {
            answer = refused.getMessage(); // there is no field "tags": the real method was called
        }
        assertEquals(fits.equals("yes"), answer.equals(77), String.valueOf(answer));
    }

    @Test
    void positionsAndNamesFitAlike() throws Exception {
        stubs.load("stubs: [{model: res.partner, method: name_search, when: {name: Ann}, then: {value: hit}}]");

        assertEquals("hit", stubs.odoo().call("res.partner", "name_search", "Ann"));
        assertEquals("hit", stubs.odoo().execute("res.partner", "name_search", List.of(), Map.of("name", "Ann")));
    }

    @Test
    void json2MeetsStubsByTheNamesOfArguments() throws Exception {
        stubs.load("""
                stubs:
                  - model: res.partner
                    method: rate
                    when: {ids: {contains: 7}, stars: {above: 3}, context.lang: fr_FR}
                    then: {value: "{{stars}}"}
                """);
        String key = stubs.odoo().key();
        Map<String, Object> arguments = Map.of("ids", List.of(7), "stars", 5, "context", Map.of("lang", "fr_FR"));

        assertEquals(
                "5", stubs.odoo().json2(key, "res.partner", "rate", arguments).body());
        assertEquals(
                404,
                stubs.odoo()
                        .json2(key, "res.partner", "rate", Map.of("stars", 5))
                        .statusCode());
    }

    @Test
    void laterLoadGoesFirstAndRemovedStubIsForgotten() throws Exception {
        stubs.load("stubs: [{name: first, model: res.partner, method: ping, then: {value: 1}}]");
        stubs.load("stubs: [{name: second, model: res.partner, method: ping, then: {value: 2}}]");

        assertEquals(2, stubs.odoo().call("res.partner", "ping"));
        stubs.odoo().control("DELETE", "stubs?name=second", "");
        assertEquals(1, stubs.odoo().call("res.partner", "ping"));
        stubs.odoo().control("DELETE", "stubs", "");
        assertThrows(XmlRpcException.class, () -> stubs.odoo().call("res.partner", "ping"));
    }

    @Test
    void strangersMeetNoStub() {
        stubs.load("stubs: [{model: '*', method: '*', then: {value: 1}}]");

        XmlRpcException fault = assertThrows(
                XmlRpcException.class,
                () -> stubs.odoo().executeAs("wrong", "res.partner", "read", List.of(), Map.of()));

        assertEquals("Access Denied", fault.getMessage());
    }
}
