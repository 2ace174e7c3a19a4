package dev.sandoo.client.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sandoo.client.OdooFault;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseReaderTest {
    @Test
    void everyTypeIsRead() throws IOException {
        assertEquals(5, value("<int>5</int>"));
        assertEquals(5, value("<i4> 5 </i4>"));
        assertEquals(5L, value("<i8>5</i8>"));
        assertEquals(true, value("<boolean>1</boolean>"));
        assertEquals(1.5, value("<double>1.5</double>"));
        assertEquals(Double.NEGATIVE_INFINITY, value("<double>-inf</double>"));
        assertEquals(" a\nb ", value("<string> a\nb </string>"));
        assertEquals("bare <b>", value("bare &lt;b&gt;"));
        assertEquals("", value(""));
        assertEquals(
                LocalDateTime.of(2024, 2, 29, 12, 34, 56),
                value("<dateTime.iso8601>20240229T12:34:56</dateTime.iso8601>"));
        assertArrayEquals(new byte[] {'h', 'i'}, (byte[]) value("<base64>\naGk=\n</base64>"));
        assertNull(value("<nil/>"));
    }

    @Test
    void listsAndMapsAreReadAsOdooWritesThem() throws IOException {
        assertEquals(
                List.of(Map.of("id", 1, "name", "x", "tags", List.of()), false),
                value(
                        "<array><data>\n<value><struct>\n<member>\n<name>id</name>\n<value><int>1</int></value>\n</member>\n"
                                + "<member>\n<name>name</name>\n<value><string>x</string></value>\n</member>\n"
                                + "<member>\n<name>tags</name>\n<value><array><data>\n</data></array></value>\n</member>\n"
                                + "</struct></value>\n<value><boolean>0</boolean></value>\n</data></array>"));
    }

    @Test
    void faultIsThrown() {
        OdooFault fault = assertThrows(
                OdooFault.class,
                () -> read(
                        "<methodResponse>\n<fault>\n<value><struct>\n<member>\n<name>faultCode</name>\n"
                                + "<value><int>4</int></value>\n</member>\n<member>\n<name>faultString</name>\n"
                                + "<value><string>Private.</string></value>\n</member>\n</struct></value>\n</fault>\n</methodResponse>"));

        assertEquals(OdooFault.Kind.ACCESS_ERROR, fault.kind());
        assertEquals("Private.", fault.getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html></html>",
                "<methodResponse/>",
                "<methodResponse><params><param><value><int>x</int>",
                "<!DOCTYPE m [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><methodResponse><params><param><value>&x;</value>",
                "<methodResponse><params><param><value><ex:serializable xmlns:ex=\"e\">rO0=</ex:serializable></value>",
                "<methodResponse><fault><value><string>x</string></value></fault></methodResponse>"
            })
    void anythingElseIsNoXmlRpc(String body) {
        assertThrows(IOException.class, () -> read(body));
    }

    @Test
    void deepNestingIsRefused() {
        assertThrows(IOException.class, () -> value("<array><data><value>".repeat(100_000)));
    }

    private static Object value(String content) throws IOException {
        return read("<?xml version='1.0'?>\n<methodResponse>\n<params>\n<param>\n<value>" + content
                + "</value>\n</param>\n</params>\n</methodResponse>\n");
    }

    private static Object read(String response) throws IOException {
        return ResponseReader.read(new ByteArrayInputStream(response.getBytes(StandardCharsets.UTF_8)));
    }
}
