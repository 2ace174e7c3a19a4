package dev.sandoo.server.wire.xmlrpc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sandoo.server.rpc.Origin;
import dev.sandoo.server.rpc.Protocol;
import dev.sandoo.server.wire.FakeServices;
import dev.sandoo.server.wire.TestVersions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bodies made to read files, reach other machines, run code or exhaust the server. */
class HostileRequestTest {
    private static final Origin ORIGIN = new Origin(Protocol.XMLRPC, "127.0.0.1", "test", "r1");
    private static final String LONG = "A".repeat(50_000);

    private final XmlRpcEndpoint endpoint = new XmlRpcEndpoint(TestVersions.V19, new FakeServices(TestVersions.V19));

    /** CVE-2016-5002 is this hole in Apache's server. */
    @Test
    void fileNamedByAnEntityIsNotRead(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "the-secret");

        String answer = echo("<!DOCTYPE m [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>", "[&x;]");

        assertFalse(answer.contains("the-secret"), answer);
        assertTrue(answer.contains("<string>[]</string>"), answer);
    }

    @Test
    void otherMachinesAreNotReached() throws IOException {
        try (ServerSocket trap = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            trap.setSoTimeout(200);
            String url = "http://127.0.0.1:" + trap.getLocalPort() + "/x.dtd";

            echo("<!DOCTYPE m SYSTEM \"" + url + "\">", "x");
            echo("<!DOCTYPE m PUBLIC \"p\" \"" + url + "\">", "&x;");
            echo("<!DOCTYPE m [<!ENTITY x SYSTEM \"" + url + "\">]>", "&x;");
            echo("<!DOCTYPE m [<!ENTITY % p SYSTEM \"" + url + "\"> %p;]>", "x");

            assertTrue(isUntouched(trap), "a connection came in");
        }
    }

    @Test
    void entitiesThatMultiplyAreRefused() {
        StringBuilder laughs = new StringBuilder("<!DOCTYPE m [<!ENTITY l0 \"lol\">");
        for (int i = 1; i < 10; i++) {
            laughs.append("<!ENTITY l")
                    .append(i)
                    .append(" \"")
                    .append(("&l" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }

        assertRefused(call(laughs + "]>", "&l9;"));
    }

    @Test
    void longEntityManyTimesIsRefused() {
        assertRefused(call("<!DOCTYPE m [<!ENTITY a \"" + LONG + "\">]>", "&a;".repeat(50_000)));
    }

    @Test
    void parameterEntitiesThatMultiplyAreRefused() {
        assertRefused(call(
                "<!DOCTYPE m [<!ENTITY % a \"" + LONG + "\"><!ENTITY % b '&#37;a;&#37;a;&#37;a;'> %b; %b; %b;]>", "x"));
    }

    @Test
    void entitiesInACircleAreRefused() {
        assertRefused(call("<!DOCTYPE m [<!ENTITY a \"&b;\"><!ENTITY b \"&a;\">]>", "&a;"));
    }

    /** CVE-2016-5003 and CVE-2019-17570: Java objects that Apache's XML-RPC unpacks. */
    @Test
    void javaObjectsAreNotUnpacked() {
        for (String element : new String[] {"ex:serializable", "serializable", "ex:dom", "ex:bean"}) {
            assertRefused(call("", "<" + element + ">rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcA==</" + element + ">"));
        }
    }

    @Test
    void compressedBodyIsNotUnpacked() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(call("", "x"));
        }

        assertRefused(bytes.toByteArray());
    }

    @Test
    void hundredThousandNestedArraysAreRefusedWithoutOverflow() {
        String open = "<value><array><data>".repeat(100_000);
        String close = "</data></array></value>".repeat(100_000);

        assertTrue(answer(call("", open + close))
                .contains("RecursionError: the request is nested more than 200 levels deep"));
    }

    @Test
    void hundredThousandNestedStructsAreRefusedWithoutOverflow() {
        assertRefused(call("", "<value><struct><member><name>a</name>".repeat(100_000)));
    }

    @Test
    void otherElementsNestedDeeplyAreRefused() {
        assertRefused("<a>".repeat(1_000_000).getBytes(UTF_8));
    }

    @Test
    void tooManyValuesAreRefused() {
        assertTrue(answer(call("", "<value><array><data>" + "<value/>".repeat(2_000_001) + "</data></array></value>"))
                .contains("ValueError: the request has more than 2000000 values"));
    }

    @Test
    void numbersOfMillionsOfDigitsAreRefusedAtOnce() {
        assertTrue(answer(call("", "<int>" + "9".repeat(5_000_000) + "</int>"))
                .contains("ValueError: Exceeds the limit (4300 digits)"));
    }

    @Test
    void textInAMillionPiecesTakesNoQuadraticTime() {
        String answer = answer(call("", "<string>" + "a<!---->".repeat(1_000_000) + "</string>"));

        assertTrue(answer.contains("<params>"), answer.substring(0, 200));
    }

    @Test
    void manyAttributesAndLongNamesAreRefused() {
        StringBuilder attributes = new StringBuilder("<a");
        for (int i = 0; i < 100_000; i++) {
            attributes.append(" a").append(i).append("=''");
        }

        assertRefused(attributes.append("/>").toString().getBytes(UTF_8));
        assertRefused(("<" + "a".repeat(1_000_000) + "/>").getBytes(UTF_8));
    }

    @Test
    void bytesThatAreNoUtf8AreRefused() {
        for (int[] bytes :
                new int[][] {{0xc3, 0x28}, {0xc0, 0xaf}, {0xed, 0xa0, 0x80}, {0xf8, 0x88, 0x80, 0x80}, {0xff}}) {
            byte[] body = call("", "@@@@@");
            int at = new String(body, UTF_8).indexOf("@@@@@");
            for (int i = 0; i < bytes.length; i++) {
                body[at + i] = (byte) bytes[i];
            }
            assertRefused(body);
        }
    }

    @Test
    void surrogatesAndOtherNonCharactersAreRefused() {
        for (String text :
                new String[] {"&#xD83D;&#xDE00;", "&#xDFFF;", "&#0;", "&#1;", "&#xFFFE;", "&#x110000;", "\u0001"}) {
            assertRefused(call("", "<string>" + text + "</string>"));
        }
    }

    private static boolean isUntouched(ServerSocket trap) throws IOException {
        try {
            trap.accept().close();
            return false;
        } catch (SocketTimeoutException nobodyCame) {
            return true;
        }
    }

    private static byte[] call(String doctype, String value) {
        String element = value.startsWith("<value>") ? value : "<value>" + value + "</value>";
        return ("<?xml version=\"1.0\"?>" + doctype + "<methodCall><methodName>execute_kw</methodName><params>"
                        + "<value/><value/><value/><value/><value/><value><array><data><value/>" + element
                        + "</data></array></value></params></methodCall>")
                .getBytes(UTF_8);
    }

    private String echo(String doctype, String value) {
        return answer(call(doctype, value));
    }

    private void assertRefused(byte[] body) {
        String answer = answer(body);
        assertTrue(answer.contains("<name>faultCode</name>\n<value><int>1</int></value>"), answer);
        assertEquals(-1, answer.indexOf("internal error"), answer);
    }

    private String answer(byte[] body) {
        return assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> UTF_8.decode(endpoint.answer(XmlRpcDialect.NUMBERED_FAULTS, "object", body, ORIGIN))
                        .toString());
    }
}
