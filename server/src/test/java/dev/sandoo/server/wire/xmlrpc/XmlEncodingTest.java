package dev.sandoo.server.wire.xmlrpc;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sandoo.server.error.PythonError;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.CharacterCodingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Recorded: wire_xmlrpc encoding-declared, and answers of both versions to other encodings. */
class XmlEncodingTest {
    @Test
    void utf8IsTheDefault() throws IOException {
        assertEquals("<a>é</a>", text("<a>é</a>".getBytes(UTF_8)));
        assertEquals("<?xml version='1.0'?><a>é</a>", text("<?xml version='1.0'?><a>é</a>".getBytes(UTF_8)));
    }

    @Test
    void byteOrderMarkIsPassedOver() throws IOException {
        assertEquals("<a>é</a>", text("\ufeff<a>é</a>".getBytes(UTF_8)));
        assertEquals("<a>é</a>", text("<a>é</a>".getBytes(UTF_16)));
        assertEquals("<a>é</a>", text("\ufeff<a>é</a>".getBytes(UTF_16LE)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ISO-8859-1", "iso-8859-1", "latin-1", "latin1", "windows-1252", "cp1252"})
    void declaredEncodingIsTaken(String name) throws IOException {
        String document = "<?xml version=\"1.0\" encoding=\"" + name + "\"?><a>é</a>";

        assertEquals(document, text(document.getBytes(ISO_8859_1)));
        assertEquals(document.replace("é", "Ã©"), text(document.getBytes(UTF_8)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"US-ASCII", "utf8", "UTF-8"})
    void otherBytesThanDeclaredAreAnError(String name) {
        byte[] document = ("<?xml version='1.0' encoding='" + name + "'?><a>é</a>").getBytes(ISO_8859_1);

        assertThrows(CharacterCodingException.class, () -> text(document));
    }

    @ParameterizedTest
    @CsvSource({
        "x-nothing, unknown encoding: x-nothing",
        "Shift_JIS, multi-byte encodings are not supported",
        "gb18030, multi-byte encodings are not supported",
        "UTF-16, 'encoding specified in XML declaration is incorrect: line 1, column 30'"
    })
    void encodingThatCannotBeIsNamed(String name, String message) {
        byte[] document = ("<?xml version='1.0' encoding='" + name + "'?><a/>").getBytes(UTF_8);

        assertEquals(
                message,
                assertThrows(PythonError.class, () -> XmlEncoding.of(document)).getMessage());
    }

    private static String text(byte[] document) throws IOException {
        StringWriter text = new StringWriter();
        try (Reader reader = XmlEncoding.of(document).reader(document)) {
            reader.transferTo(text);
        }
        return text.toString();
    }
}
