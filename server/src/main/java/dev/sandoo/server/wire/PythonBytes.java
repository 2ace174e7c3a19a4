package dev.sandoo.server.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sandoo.schema.OdooVersion;
import dev.sandoo.server.error.PythonError;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;

/**
 * Python's {@code bytes} in an answer. Neither dialect has them: they go out as the text they hold. Source: wire_xmlrpc
 * attachment-raw-bytes and answers of both versions to other bytes.
 *
 * @param takesLatin1 whether bytes that are no UTF-8 are read as Latin-1, as up to 14.0
 */
public record PythonBytes(boolean takesLatin1) {
    private static final String LATIN_1_TAKEN = "bytes.latin-1-taken";

    public static PythonBytes of(OdooVersion version) {
        return new PythonBytes(version.has(LATIN_1_TAKEN));
    }

    /**
     * The text of these bytes.
     *
     * @throws PythonError {@code UnicodeDecodeError} when they are no text
     */
    public String text(ByteBuffer bytes) {
        ByteBuffer in = bytes.slice();
        try {
            return UTF_8.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(in)
                    .toString();
        } catch (CharacterCodingException error) {
            if (takesLatin1) {
                return ISO_8859_1.decode(bytes.slice()).toString();
            }
            throw decodeError(bytes.slice(), in.position());
        }
    }

    private static PythonError decodeError(ByteBuffer bytes, int position) {
        int lead = bytes.get(position) & 0xff;
        int expected = lead < 0xc2 || lead > 0xf4 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
        int end = position + 1;
        while (end < bytes.limit()
                && end < position + expected
                && continues(lead, end - position, bytes.get(end) & 0xff)) {
            end++;
        }
        boolean cutShort = expected > 1 && end == bytes.limit();
        String reason = expected == 1 ? "start byte" : "continuation byte";
        String what = cutShort && end > position + 1
                ? "bytes in position " + position + "-" + (end - 1)
                : String.format("byte 0x%02x in position %d", lead, position);
        return PythonError.of(
                "UnicodeDecodeError",
                "'utf-8' codec can't decode " + what + ": "
                        + (cutShort ? "unexpected end of data" : "invalid " + reason));
    }

    /** Whether a byte may follow: after four of the leads the second byte's range is narrower. */
    private static boolean continues(int lead, int index, int next) {
        if (next < 0x80 || next > 0xbf) {
            return false;
        }
        return index > 1
                || switch (lead) {
                    case 0xe0 -> next >= 0xa0;
                    case 0xed -> next < 0xa0;
                    case 0xf0 -> next >= 0x90;
                    case 0xf4 -> next < 0x90;
                    default -> true;
                };
    }
}
