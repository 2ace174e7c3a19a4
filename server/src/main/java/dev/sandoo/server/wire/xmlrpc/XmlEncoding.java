package dev.sandoo.server.wire.xmlrpc;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sandoo.server.error.PythonError;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which characters a document's bytes stand for: UTF-8 unless a byte order mark or the declaration says otherwise. Bytes that
 * are none of the encoding's characters are an error, never replaced. Source: wire_xmlrpc encoding-declared.
 *
 * @param start how many bytes the byte order mark takes
 */
record XmlEncoding(Charset charset, int start) {
    /** A declaration with an encoding is shorter than this. */
    private static final int LONGEST_DECLARATION = 200;

    private static final Pattern DECLARATION =
            Pattern.compile("<\\?xml\\s[^>]*?\\sencoding\\s*=\\s*[\"']([A-Za-z][\\w.-]*)[\"']");

    /** Finds out the encoding of a document. */
    static XmlEncoding of(byte[] document) {
        if (has(document, 0, 0xef, 0xbb, 0xbf)) {
            return declared(document, 3);
        }
        if (has(document, 0, 0xfe, 0xff)) {
            return new XmlEncoding(UTF_16BE, 2);
        }
        if (has(document, 0, 0xff, 0xfe)) {
            return new XmlEncoding(UTF_16LE, 2);
        }
        return declared(document, 0);
    }

    /** The document's characters. */
    Reader reader(byte[] document) {
        return new InputStreamReader(
                new ByteArrayInputStream(document, start, document.length - start),
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    private static XmlEncoding declared(byte[] document, int start) {
        if (!has(document, start, '<', '?', 'x', 'm', 'l')) {
            return new XmlEncoding(UTF_8, start);
        }
        int length = Math.min(document.length - start, LONGEST_DECLARATION);
        Matcher matcher = DECLARATION.matcher(new String(document, start, length, US_ASCII));
        return new XmlEncoding(matcher.lookingAt() ? named(matcher.group(1)) : UTF_8, start);
    }

    private static Charset named(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "utf-8" -> UTF_8;
            // Not the name of UTF-8 in XML, and what Python makes of it holds ASCII alone.
            case "utf8" -> US_ASCII;
            case "latin-1" -> ISO_8859_1;
            case "utf-16", "utf-16le", "utf-16be" ->
                throw PythonError.of(
                        "xml.parsers.expat.ExpatError",
                        "encoding specified in XML declaration is incorrect: line 1, column 30");
            default -> singleByte(name);
        };
    }

    private static Charset singleByte(String name) {
        try {
            Charset charset = Charset.forName(name);
            if (!charset.canEncode() || charset.newEncoder().maxBytesPerChar() > 1) {
                throw PythonError.valueError("multi-byte encodings are not supported");
            }
            return charset;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException error) {
            throw PythonError.of("LookupError", "unknown encoding: " + name);
        }
    }

    private static boolean has(byte[] document, int at, int... prefix) {
        if (document.length - at < prefix.length) {
            return false;
        }
        for (int i = 0; i < prefix.length; i++) {
            if ((document[at + i] & 0xff) != prefix[i]) {
                return false;
            }
        }
        return true;
    }
}
