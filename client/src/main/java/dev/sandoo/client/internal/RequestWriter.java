package dev.sandoo.client.internal;

import dev.sandoo.client.Domain;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Writes a method call. Serves one call. */
final class RequestWriter {
    private static final DateTimeFormatter DATE_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final StringBuilder out = new StringBuilder("<?xml version=\"1.0\"?><methodCall>");

    private RequestWriter() {}

    /**
     * Writes a call.
     *
     * @throws IllegalArgumentException when a value has no form in XML-RPC
     */
    static byte[] write(String method, List<?> parameters) {
        RequestWriter writer = new RequestWriter();
        writer.call(method, parameters);
        return writer.out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void call(String method, List<?> parameters) {
        out.append("<methodName>");
        text(method);
        out.append("</methodName><params>");
        for (Object parameter : parameters) {
            out.append("<param>");
            value(parameter);
            out.append("</param>");
        }
        out.append("</params></methodCall>");
    }

    private void value(Object value) {
        out.append("<value>");
        if (value == null) {
            out.append("<nil/>");
        } else if (value instanceof CharSequence text) {
            string(text.toString());
        } else if (value instanceof Boolean flag) {
            element("boolean", flag ? "1" : "0");
        } else if (value instanceof Number number) {
            number(number);
        } else if (value instanceof Collection<?> items) {
            array(items);
        } else if (value instanceof Map<?, ?> members) {
            struct(members);
        } else {
            other(value);
        }
        out.append("</value>");
    }

    private void number(Number number) {
        if (number instanceof Integer || number instanceof Short || number instanceof Byte) {
            element("int", number.toString());
        } else if (number instanceof Long large) {
            element("int", Integer.toString(Math.toIntExact(large)));
        } else if (number instanceof BigDecimal || number instanceof Double || number instanceof Float) {
            element("double", number.toString());
        } else {
            throw unknown(number);
        }
    }

    private void other(Object value) {
        if (value instanceof Domain domain) {
            array(domain.toList());
        } else if (value instanceof LocalDate date) {
            string(date.toString());
        } else if (value instanceof LocalDateTime time) {
            string(DATE_TIME.format(time));
        } else if (value instanceof Instant instant) {
            string(DATE_TIME.format(instant.atOffset(ZoneOffset.UTC)));
        } else if (value instanceof byte[] bytes) {
            string(Base64.getEncoder().encodeToString(bytes));
        } else {
            throw unknown(value);
        }
    }

    private void array(Collection<?> items) {
        out.append("<array><data>");
        items.forEach(this::value);
        out.append("</data></array>");
    }

    private void struct(Map<?, ?> members) {
        out.append("<struct>");
        members.forEach((name, value) -> {
            if (!(name instanceof String key)) {
                throw new IllegalArgumentException("a map's key is no text: " + name);
            }
            out.append("<member><name>");
            text(key);
            out.append("</name>");
            value(value);
            out.append("</member>");
        });
        out.append("</struct>");
    }

    private void string(String text) {
        out.append("<string>");
        text(text);
        out.append("</string>");
    }

    private void element(String name, String content) {
        out.append('<')
                .append(name)
                .append('>')
                .append(content)
                .append("</")
                .append(name)
                .append('>');
    }

    private void text(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                // A bare carriage return would be read as a line feed.
                case '\r' -> out.append("&#13;");
                default -> {
                    if (c < ' ' && c != '\n' && c != '\t' || c >= '\ufffe') {
                        throw new IllegalArgumentException(
                                String.format("XML has no character U+%04X, found at %d", (int) c, i));
                    }
                    out.append(c);
                }
            }
        }
    }

    private static IllegalArgumentException unknown(Object value) {
        return new IllegalArgumentException(
                "no form in XML-RPC for a " + value.getClass().getName());
    }
}
