package dev.sandoo.server.wire.xmlrpc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sandoo.server.rpc.Origin;
import dev.sandoo.server.rpc.Protocol;
import dev.sandoo.server.wire.FakeServices;
import dev.sandoo.server.wire.TestVersions;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What Odoo 19.0 and 14.0 answered to odd values and odd bodies, recorded byte for byte. Of a parser's error only its name is
 * compared: where in the body it stands depends on the parser.
 */
class RecordedAnswersTest {
    private static final Origin ORIGIN = new Origin(Protocol.XMLRPC, "127.0.0.1", "test", "r1");

    private static final String CALL = "<?xml version=\"1.0\"?><methodCall><methodName>execute_kw</methodName><params>"
            + "<param><value>db</value></param><param><value><int>2</int></value></param><param><value>secret</value></param>"
            + "<param><value>ir.config_parameter</value></param><param><value>get_param</value></param>"
            + "<param><value><array><data><value>wire.nope</value>%s</data></array></value></param></params></methodCall>";

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("values")
    void valueIsReadAndWrittenAsRecorded(String version, String value, JsonNode recorded) {
        String answer = answer(version, "object", CALL.formatted(value).getBytes(UTF_8));

        String param = between(answer, "<param>\n", "</param>\n</params>");
        assertEquals(recorded.path("answer").asText(null), param, answer);
        assertFault(recorded, answer);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("bodies")
    void bodyIsAnsweredAsRecorded(String version, String name, byte[] body, JsonNode recorded) {
        String answer = answer(version, "common", body);

        if (recorded.has("answer")) {
            assertEquals(recorded.get("answer").asText(), answer);
        }
        assertFault(recorded, answer);
    }

    private static void assertFault(JsonNode recorded, String answer) {
        String code = between(answer, "<name>faultCode</name>\n<value><int>", "</int>");
        assertEquals(recorded.path("fault").asText(null), code, answer);
        if (code != null) {
            String text = unescape(between(answer, "<name>faultString</name>\n<value><string>", "</string>"));
            assertEquals(comparable(recorded.get("text").asText()), comparable(lastLine(text)));
        }
    }

    private static String comparable(String text) {
        return text.startsWith("xml.parsers.expat.ExpatError: ") ? "xml.parsers.expat.ExpatError" : text;
    }

    private static String lastLine(String text) {
        String trimmed = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
        return trimmed.substring(trimmed.lastIndexOf('\n') + 1);
    }

    private static String unescape(String text) {
        return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }

    private static String between(String text, String start, String end) {
        int from = text.indexOf(start);
        return from < 0 ? null : text.substring(from + start.length(), text.indexOf(end, from + start.length()));
    }

    private static String answer(String version, String service, byte[] body) {
        var odoo = TestVersions.named(version);
        XmlRpcEndpoint endpoint = new XmlRpcEndpoint(odoo, new FakeServices(odoo));
        return UTF_8.decode(endpoint.answer(XmlRpcDialect.NUMBERED_FAULTS, service, body, ORIGIN))
                .toString();
    }

    static Stream<Arguments> values() throws IOException {
        List<Arguments> cases = new ArrayList<>();
        for (JsonNode each : load("values.json")) {
            for (String version : List.of("19.0", "14.0")) {
                cases.add(Arguments.of(version, each.get("value").asText(), recorded(each, version)));
            }
        }
        return cases.stream();
    }

    static Stream<Arguments> bodies() throws IOException {
        List<Arguments> cases = new ArrayList<>();
        for (JsonNode each : load("bodies.json")) {
            byte[] body = each.has("base64")
                    ? each.get("base64").binaryValue()
                    : each.get("body").asText().getBytes(UTF_8);
            for (String version : List.of("19.0", "14.0")) {
                cases.add(Arguments.of(version, each.elements().next().asText(), body, recorded(each, version)));
            }
        }
        return cases.stream();
    }

    private static JsonNode recorded(JsonNode each, String version) {
        return each.has("both") ? each.get("both") : each.get(version);
    }

    private static JsonNode load(String file) throws IOException {
        try (InputStream in = RecordedAnswersTest.class.getResourceAsStream("/wire/xmlrpc/" + file)) {
            return new ObjectMapper().readTree(in);
        }
    }
}
