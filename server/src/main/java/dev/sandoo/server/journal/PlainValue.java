package dev.sandoo.server.journal;

import dev.sandoo.server.error.RecordsText;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Wire values in which what JSON lacks has become text: bytes as base64, moments as Odoo writes them. */
public final class PlainValue {
    /** What stands for a secret. */
    public static final String MASK = "***";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private PlainValue() {}

    /** Any value; null stays null. */
    public static Object of(Object value) {
        if (value instanceof Map<?, ?> members) {
            return of(members);
        }
        if (value instanceof List<?> items) {
            return of(items);
        }
        if (value == null || value instanceof String || value instanceof Number || value instanceof Boolean) {
            return value instanceof Double number && !Double.isFinite(number) ? number.toString() : value;
        }
        return text(value);
    }

    /** A list's values. */
    public static List<Object> of(List<?> items) {
        List<Object> plain = new ArrayList<>(items.size());
        items.forEach(item -> plain.add(of(item)));
        return plain;
    }

    /** A map's values; keys that are numbers become texts. */
    public static Map<String, Object> of(Map<?, ?> members) {
        Map<String, Object> plain = new LinkedHashMap<>();
        members.forEach((name, member) -> plain.put(String.valueOf(name), of(member)));
        return plain;
    }

    private static String text(Object value) {
        if (value instanceof byte[] bytes) {
            return Base64.getEncoder().encodeToString(bytes);
        }
        if (value instanceof ByteBuffer bytes) {
            return StandardCharsets.UTF_8.decode(bytes.duplicate()).toString();
        }
        if (value instanceof RecordsText records) {
            return records.text();
        }
        return value instanceof LocalDateTime time ? TIME.format(time) : value.toString();
    }
}
