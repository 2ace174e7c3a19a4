package dev.sandoo.server.error;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How Python writes a wire value: {@code None}, {@code True}, {@code 'text'}, {@code [1, 2]}. Odoo's error texts quote values so. */
public final class PythonRepr {
    private PythonRepr() {}

    /** Python's {@code repr(value)}. */
    public static String of(Object value) {
        if (value instanceof String text) {
            return quote(text);
        }
        if (value instanceof Collection<?> items) {
            return items.stream().map(PythonRepr::of).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof Map<?, ?> entries) {
            return entries.entrySet().stream()
                    .map(entry -> of(entry.getKey()) + ": " + of(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (value instanceof byte[] bytes) {
            return quoteBytes(bytes);
        }
        return plain(value);
    }

    /** Python's {@code str(value)}: texts stand for themselves, everything else as {@link #of}. */
    public static String text(Object value) {
        return value instanceof String text ? text : of(value);
    }

    /** The repr of a tuple of these values. */
    public static String tuple(List<?> values) {
        if (values.size() == 1) {
            return "(" + of(values.get(0)) + ",)";
        }
        return values.stream().map(PythonRepr::of).collect(Collectors.joining(", ", "(", ")"));
    }

    /** The repr of a tuple of these values. */
    public static String tuple(Object... values) {
        return tuple(Arrays.asList(values));
    }

    /** The name of the value's Python type, such as {@code str}. */
    public static String typeName(Object value) {
        if (value == null) {
            return "NoneType";
        }
        if (value instanceof Boolean) {
            return "bool";
        }
        if (value instanceof Double || value instanceof Float || value instanceof BigDecimal) {
            return "float";
        }
        if (value instanceof Number) {
            return "int";
        }
        if (value instanceof Map) {
            return "dict";
        }
        if (value instanceof byte[]) {
            return "bytes";
        }
        return value instanceof Collection ? "list" : "str";
    }

    private static String plain(Object value) {
        if (value == null) {
            return "None";
        }
        if (value instanceof Boolean flag) {
            return flag ? "True" : "False";
        }
        if (value instanceof Double || value instanceof Float) {
            return PythonFloat.repr(((Number) value).doubleValue());
        }
        return value instanceof Number ? value.toString() : quote(value.toString());
    }

    private static String quote(String text) {
        char mark = text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? '"' : '\'';
        StringBuilder quoted = new StringBuilder(text.length() + 2).append(mark);
        text.codePoints().forEach(point -> escape(quoted, point, mark));
        return quoted.append(mark).toString();
    }

    private static void escape(StringBuilder quoted, int point, char mark) {
        switch (point) {
            case '\n' -> quoted.append("\\n");
            case '\r' -> quoted.append("\\r");
            case '\t' -> quoted.append("\\t");
            case '\\' -> quoted.append("\\\\");
            default -> {
                if (point == mark) {
                    quoted.append('\\').appendCodePoint(point);
                } else if (isPrintable(point)) {
                    quoted.appendCodePoint(point);
                } else {
                    quoted.append(escapeCode(point));
                }
            }
        }
    }

    private static String escapeCode(int point) {
        if (point <= 0xff) {
            return String.format("\\x%02x", point);
        }
        return point <= 0xffff ? String.format("\\u%04x", point) : String.format("\\U%08x", point);
    }

    private static boolean isPrintable(int point) {
        return point == ' '
                || switch (Character.getType(point)) {
                    case Character.CONTROL,
                            Character.FORMAT,
                            Character.SURROGATE,
                            Character.PRIVATE_USE,
                            Character.UNASSIGNED,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR,
                            Character.SPACE_SEPARATOR -> false;
                    default -> true;
                };
    }

    private static String quoteBytes(byte[] bytes) {
        StringBuilder quoted = new StringBuilder("b'");
        for (byte each : bytes) {
            int point = each & 0xff;
            if (point >= 0x7f) {
                quoted.append(escapeCode(point));
            } else {
                escape(quoted, point, '\'');
            }
        }
        return quoted.append('\'').toString();
    }
}
