package dev.sandoo.server.wire.xmlrpc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sandoo.server.error.PythonError;
import dev.sandoo.server.wire.TestVersions;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be sent to Odoo and so is not among the recorded echoes. Recorded: wire_xmlrpc, result-* and others named. */
class AnswerWriterTest {
    private static final XmlRpcStyle V19 = XmlRpcStyle.of(TestVersions.V19);
    private static final XmlRpcStyle V14 = XmlRpcStyle.of(TestVersions.V14);

    /** Source: control-characters-out. */
    @Test
    void controlCharactersAreLeftOutByNewerVersionsAlone() {
        assertEquals(
                "<value><string>a\t\n\r\u007f\u0080b</string></value>\n",
                value(V19, "a\u0000\u0007\t\n\r\u001b\u007f\u0080b"));
        assertEquals("<value><string>a\u0007b</string></value>\n", value(V14, "a\u0007b"));
    }

    /** Source: attachment-raw-bytes, and answers of both versions to these bytes. */
    @Test
    void bytesGoOutAsTheTextTheyHold() {
        assertEquals("<value><string>hé</string></value>\n", value(V19, bytes('h', 0xc3, 0xa9)));
        assertEquals("<value><string>hé</string></value>\n", value(V14, bytes('h', 0xc3, 0xa9)));
        assertEquals("<value><string>ÿþ</string></value>\n", value(V14, bytes(0xff, 0xfe)));
    }

    @Test
    void bytesThatAreNoTextAreNamed() {
        assertError("'utf-8' codec can't decode byte 0xff in position 0: invalid start byte", bytes(0xff, 0xfe));
        assertError(
                "'utf-8' codec can't decode byte 0xe9 in position 3: unexpected end of data",
                bytes('a', 'b', 'c', 0xe9));
        assertError(
                "'utf-8' codec can't decode byte 0xe9 in position 0: invalid continuation byte",
                bytes(0xe9, 't', 0xe9));
        assertError(
                "'utf-8' codec can't decode byte 0xed in position 0: invalid continuation byte",
                bytes(0xed, 0xa0, 0x80));
        assertError("'utf-8' codec can't decode bytes in position 0-1: unexpected end of data", bytes(0xf0, 0x9f));
    }

    @Test
    void nothingCannotBeWrittenAtAnyDepth() {
        String message = "cannot marshal None unless allow_none is enabled";

        assertError(message, null);
        assertError(message, Collections.singletonList(null));
        assertError(message, Collections.singletonMap("a", null));
    }

    /** Source: result-int-keys. */
    @Test
    void keysMustBeTexts() {
        assertError("dictionary key must be string", Map.of(1, "base.main_company"));
    }

    @Test
    void numbersBeyond32BitsCannotBeWritten() {
        assertEquals("<value><int>-2147483648</int></value>\n", value(V19, (long) Integer.MIN_VALUE));
        assertError("int exceeds XML-RPC limits", 1L << 31);
        assertError("int exceeds XML-RPC limits", BigInteger.ONE.shiftLeft(100));
    }

    @Test
    void timesDependOnTheVersion() {
        LocalDateTime time = LocalDateTime.of(2024, 2, 29, 1, 2, 3);

        assertEquals("<value><string>2024-02-29 01:02:03</string></value>\n", value(V19, time));
        assertEquals("<value><dateTime.iso8601>20240229T01:02:03</dateTime.iso8601></value>\n", value(V14, time));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4_000, 4_090, 5_000, 100_000})
    void textsOfAnyLengthAndScriptAreWrittenWhole(int length) {
        String text = "aé漢😀<".repeat(length);

        assertEquals("<value><string>" + text.replace("<", "&lt;") + "</string></value>\n", value(V19, text));
    }

    @Test
    void halfAPairOfSurrogatesIsAQuestionMark() {
        assertEquals("<value><string>a?b?</string></value>\n", value(V19, "a\ud83db\ude00"));
    }

    @Test
    void manyRecordsAreWrittenInOrder() {
        List<Object> rows = Collections.nCopies(3000, Map.of("id", 12345));

        String row =
                "<value><struct>\n<member>\n<name>id</name>\n<value><int>12345</int></value>\n</member>\n</struct></value>\n";
        assertEquals("<value><array><data>\n" + row.repeat(3000) + "</data></array></value>\n", value(V19, rows));
    }

    private static void assertError(String message, Object value) {
        assertEquals(
                message,
                assertThrows(PythonError.class, () -> value(V19, value)).getMessage());
    }

    private static String value(XmlRpcStyle style, Object value) {
        String answer = UTF_8.decode(new AnswerWriter(style).result(value)).toString();
        return answer.substring(answer.indexOf("<param>\n") + "<param>\n".length(), answer.indexOf("</param>"));
    }

    private static ByteBuffer bytes(int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length);
        for (int value : values) {
            bytes.put((byte) value);
        }
        return bytes.flip();
    }
}
