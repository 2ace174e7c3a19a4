package dev.sandoo.server.wire.json;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.sandoo.server.error.PythonError;
import dev.sandoo.server.error.PythonFloat;
import dev.sandoo.server.error.PythonRepr;
import dev.sandoo.server.error.RecordsText;
import dev.sandoo.server.wire.Escapes;
import dev.sandoo.server.wire.PythonBytes;
import dev.sandoo.server.wire.Utf8Buffer;
import java.nio.ByteBuffer;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;

/** Writes JSON as Python's {@code json.dumps} does, blanks included: clients' tests compare texts. Serves one answer. */
final class JsonWriter {
    private static final byte[] COMMA = ascii(", ");
    private static final byte[] COLON = ascii(": ");
    private static final byte[] NULL = ascii("null");
    private static final byte[] TRUE = ascii("true");
    private static final byte[] FALSE = ascii("false");
    private static final byte[] QUOTE = ascii("\"");
    private static final byte[] LIST = ascii("[");
    private static final byte[] LIST_END = ascii("]");
    private static final byte[] MAP = ascii("{");
    private static final byte[] MAP_END = ascii("}");

    private static final DateTimeFormatter DATE_AND_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final Utf8Buffer out;
    private final PythonBytes bytes;

    JsonWriter(Escapes escapes, PythonBytes bytes) {
        this.out = new Utf8Buffer(escapes);
        this.bytes = bytes;
    }

    /**
     * Writes a wire value.
     *
     * @throws PythonError when it holds bytes that are no text
     */
    ByteBuffer write(Object value) {
        value(value);
        return out.toByteBuffer();
    }

    private void value(Object value) {
        if (value instanceof String text) {
            text(text);
        } else if (value instanceof Integer number) {
            out.number(number);
        } else if (value instanceof Boolean flag) {
            out.raw(flag ? TRUE : FALSE);
        } else if (value == null) {
            out.raw(NULL);
        } else if (value instanceof Map<?, ?> map) {
            map(map);
        } else if (value instanceof List<?> list) {
            list(list);
        } else {
            rarer(value);
        }
    }

    private void rarer(Object value) {
        if (value instanceof Double number) {
            out.ascii(number(number));
        } else if (value instanceof Number number) {
            out.ascii(number.toString());
        } else if (value instanceof LocalDateTime time) {
            text(DATE_AND_TIME.format(time));
        } else if (value instanceof ByteBuffer content) {
            text(bytes.text(content));
        } else if (value instanceof RecordsText records) {
            text(records.text());
        } else {
            throw PythonError.typeError("Object of type " + PythonRepr.typeName(value) + " is not JSON serializable");
        }
    }

    private void list(List<?> items) {
        out.raw(LIST);
        boolean first = true;
        for (Object item : items) {
            if (!first) {
                out.raw(COMMA);
            }
            first = false;
            value(item);
        }
        out.raw(LIST_END);
    }

    private void map(Map<?, ?> members) {
        out.raw(MAP);
        boolean first = true;
        for (Map.Entry<?, ?> member : members.entrySet()) {
            if (!first) {
                out.raw(COMMA);
            }
            first = false;
            text(key(member.getKey()));
            out.raw(COLON);
            value(member.getValue());
        }
        out.raw(MAP_END);
    }

    private void text(String text) {
        out.raw(QUOTE);
        out.text(text);
        out.raw(QUOTE);
    }

    /** Python writes keys that are no texts as the JSON of their value, in quotes. */
    private static String key(Object key) {
        if (key instanceof Double number) {
            return number(number);
        }
        return String.valueOf(key);
    }

    /** JSON has no such numbers; Python writes them all the same. Source: wire_jsonrpc echo-nan. */
    private static String number(double number) {
        if (Double.isNaN(number)) {
            return "NaN";
        }
        if (Double.isInfinite(number)) {
            return number > 0 ? "Infinity" : "-Infinity";
        }
        return PythonFloat.repr(number);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(US_ASCII);
    }
}
