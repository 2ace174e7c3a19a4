package dev.sandoo.server.wire.xmlrpc;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.sandoo.server.error.FrozenDict;
import dev.sandoo.server.error.PythonError;
import dev.sandoo.server.error.PythonFloat;
import dev.sandoo.server.error.RecordsText;
import dev.sandoo.server.rpc.WireDateTime;
import dev.sandoo.server.wire.Utf8Buffer;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * Writes one answer as Python's {@code xmlrpc.client.dumps} would, byte for byte. What that cannot write (nothing, large
 * numbers, keys that are no texts) raises the error it raises. Serves one answer.
 */
final class AnswerWriter {
    private static final byte[] PARAMS = ascii("<params>\n<param>\n");
    private static final byte[] PARAMS_END = ascii("</param>\n</params>\n");
    private static final byte[] FAULT = ascii("<fault>\n");
    private static final byte[] FAULT_END = ascii("</fault>\n");
    private static final byte[] TRUE = ascii("<value><boolean>1</boolean></value>\n");
    private static final byte[] FALSE = ascii("<value><boolean>0</boolean></value>\n");
    private static final byte[] INT = ascii("<value><int>");
    private static final byte[] INT_END = ascii("</int></value>\n");
    private static final byte[] DOUBLE = ascii("<value><double>");
    private static final byte[] DOUBLE_END = ascii("</double></value>\n");
    private static final byte[] STRING = ascii("<value><string>");
    private static final byte[] STRING_END = ascii("</string></value>\n");
    private static final byte[] DATE_TIME = ascii("<value><dateTime.iso8601>");
    private static final byte[] DATE_TIME_END = ascii("</dateTime.iso8601></value>\n");
    private static final byte[] BASE64 = ascii("<value><base64>\n");
    private static final byte[] BASE64_END = ascii("\n</base64></value>\n");
    private static final byte[] BASE64_EMPTY_END = ascii("</base64></value>\n");
    private static final byte[] ARRAY = ascii("<value><array><data>\n");
    private static final byte[] ARRAY_END = ascii("</data></array></value>\n");
    private static final byte[] STRUCT = ascii("<value><struct>\n");
    private static final byte[] STRUCT_END = ascii("</struct></value>\n");
    private static final byte[] MEMBER = ascii("<member>\n<name>");
    private static final byte[] NAME_END = ascii("</name>\n");
    private static final byte[] MEMBER_END = ascii("</member>\n");

    private static final Base64.Encoder LINES_OF_76 = Base64.getMimeEncoder(76, ascii("\n"));
    private static final DateTimeFormatter COMPACT = DateTimeFormatter.ofPattern("yyyyMMdd'T'HH:mm:ss");
    private static final DateTimeFormatter DATE_AND_TIME = DateTimeFormatter.ofPattern("y-MM-dd HH:mm:ss");

    private final XmlRpcStyle style;
    private final Utf8Buffer out;

    AnswerWriter(XmlRpcStyle style) {
        this.style = style;
        this.out = new Utf8Buffer(style.escapes());
    }

    ByteBuffer result(Object value) {
        out.ascii(style.prolog());
        out.raw(PARAMS);
        value(value);
        out.raw(PARAMS_END);
        out.ascii(style.end());
        return out.toByteBuffer();
    }

    ByteBuffer fault(XmlRpcFault fault) {
        out.ascii(style.prolog());
        out.raw(FAULT);
        out.raw(STRUCT);
        member("faultCode", fault.code());
        member("faultString", fault.string());
        out.raw(STRUCT_END);
        out.raw(FAULT_END);
        out.ascii(style.end());
        return out.toByteBuffer();
    }

    private void value(Object value) {
        if (value instanceof String text) {
            string(text);
        } else if (value instanceof Integer number) {
            out.raw(INT);
            out.number(number);
            out.raw(INT_END);
        } else if (value instanceof Boolean flag) {
            out.raw(flag ? TRUE : FALSE);
        } else if (value instanceof Map<?, ?> map) {
            struct(map);
        } else if (value instanceof List<?> list) {
            array(list);
        } else {
            rarer(value);
        }
    }

    private void rarer(Object value) {
        if (value == null) {
            throw PythonError.typeError("cannot marshal None unless allow_none is enabled");
        } else if (value instanceof Double number) {
            out.raw(DOUBLE);
            out.ascii(PythonFloat.repr(number));
            out.raw(DOUBLE_END);
        } else if (value instanceof byte[] bytes) {
            base64(bytes);
        } else if (value instanceof LocalDateTime time) {
            time(time);
        } else if (value instanceof ByteBuffer bytes) {
            string(style.bytes().text(bytes));
        } else if (value instanceof WireDateTime time) {
            dateTime(time.text());
        } else if (value instanceof Long || value instanceof BigInteger) {
            large((Number) value);
        } else if (value instanceof RecordsText records) {
            throw records.unmarshallable();
        } else {
            throw PythonError.typeError("cannot marshal " + value.getClass().getSimpleName() + " objects");
        }
    }

    private void string(String text) {
        out.raw(STRING);
        out.text(text);
        out.raw(STRING_END);
    }

    private void array(List<?> items) {
        out.raw(ARRAY);
        for (Object item : items) {
            value(item);
        }
        out.raw(ARRAY_END);
    }

    private void struct(Map<?, ?> members) {
        if (members instanceof FrozenDict) {
            throw FrozenDict.unmarshallable();
        }
        out.raw(STRUCT);
        for (Map.Entry<?, ?> member : members.entrySet()) {
            if (!(member.getKey() instanceof String name)) {
                throw PythonError.typeError("dictionary key must be string");
            }
            member(name, member.getValue());
        }
        out.raw(STRUCT_END);
    }

    private void member(String name, Object value) {
        out.raw(MEMBER);
        out.text(name);
        out.raw(NAME_END);
        value(value);
        out.raw(MEMBER_END);
    }

    private void large(Number value) {
        if (value instanceof Long number && number == number.intValue()) {
            value(number.intValue());
            return;
        }
        throw PythonError.of("OverflowError", "int exceeds XML-RPC limits");
    }

    private void base64(byte[] bytes) {
        out.raw(BASE64);
        out.raw(LINES_OF_76.encode(bytes));
        out.raw(bytes.length == 0 ? BASE64_EMPTY_END : BASE64_END);
    }

    private void time(LocalDateTime time) {
        if (style.readsDateTimes()) {
            string(DATE_AND_TIME.format(time));
        } else {
            dateTime(COMPACT.format(time));
        }
    }

    private void dateTime(String text) {
        out.raw(DATE_TIME);
        out.text(text);
        out.raw(DATE_TIME_END);
    }

    private static byte[] ascii(String markup) {
        return markup.getBytes(US_ASCII);
    }
}
