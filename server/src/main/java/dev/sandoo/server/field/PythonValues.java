package dev.sandoo.server.field;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** What Python makes of wire values: truth, {@code str}, {@code repr} and type names, as clients see them in answers and errors. */
public final class PythonValues {
    private PythonValues() {}

    /** {@code bool(value)}. */
    public static boolean isTrue(Object value) {
        if (value == null) {
            return false;
        }
        if (value instanceof Boolean b) {
            return b;
        }
        if (value instanceof Number n) {
            return n.doubleValue() != 0;
        }
        if (value instanceof CharSequence s) {
            return !s.isEmpty();
        }
        if (value instanceof Collection<?> c) {
            return !c.isEmpty();
        }
        if (value instanceof Map<?, ?> m) {
            return !m.isEmpty();
        }
        return !(value instanceof byte[] bytes) || bytes.length > 0;
    }

    /** {@code str(value)}. */
    public static String str(Object value) {
        return value instanceof String s ? s : repr(value);
    }

    /** {@code repr(value)}. */
    public static String repr(Object value) {
        StringBuilder out = new StringBuilder();
        appendRepr(out, value);
        return out.toString();
    }

    /** {@code type(value).__name__}. */
    public static String typeName(Object value) {
        if (value == null) {
            return "NoneType";
        }
        if (value instanceof Boolean) {
            return "bool";
        }
        if (value instanceof Double || value instanceof BigDecimal) {
            return "float";
        }
        if (value instanceof Number) {
            return "int";
        }
        if (value instanceof String) {
            return "str";
        }
        if (value instanceof List) {
            return "list";
        }
        if (value instanceof Map) {
            return "dict";
        }
        return value instanceof byte[] ? "Binary" : "DateTime";
    }

    private static void appendRepr(StringBuilder out, Object value) {
        if (value == null) {
            out.append("None");
        } else if (value instanceof Boolean b) {
            out.append(b ? "True" : "False");
        } else if (value instanceof Double d) {
            out.append(floatRepr(d));
        } else if (value instanceof String s) {
            appendText(out, s);
        } else if (value instanceof List<?> list) {
            appendList(out, list);
        } else if (value instanceof Map<?, ?> map) {
            appendMap(out, map);
        } else {
            out.append(value);
        }
    }

    private static void appendList(StringBuilder out, List<?> list) {
        out.append('[');
        for (Iterator<?> i = list.iterator(); i.hasNext(); ) {
            appendRepr(out, i.next());
            out.append(i.hasNext() ? ", " : "");
        }
        out.append(']');
    }

    private static void appendMap(StringBuilder out, Map<?, ?> map) {
        out.append('{');
        for (Iterator<? extends Map.Entry<?, ?>> i = map.entrySet().iterator(); i.hasNext(); ) {
            Map.Entry<?, ?> entry = i.next();
            appendRepr(out, entry.getKey());
            out.append(": ");
            appendRepr(out, entry.getValue());
            out.append(i.hasNext() ? ", " : "");
        }
        out.append('}');
    }

    private static void appendText(StringBuilder out, String text) {
        char quote = text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? '"' : '\'';
        out.append(quote);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c == quote) {
                        out.append('\\').append(c);
                    } else if (c < 0x20 || c == 0x7f) {
                        out.append(String.format("\\x%02x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append(quote);
    }

    private static String floatRepr(double value) {
        if (Double.isNaN(value)) {
            return "nan";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        }
        double size = Math.abs(value);
        if (size != 0 && (size < 1e-4 || size >= 1e16)) {
            String text = Double.toString(value).replace(".0E", "E").replace("E", "e");
            int exponent = text.indexOf('e') + 1;
            boolean negative = text.charAt(exponent) == '-';
            String digits = text.substring(negative ? exponent + 1 : exponent);
            return text.substring(0, exponent) + (negative ? "-" : "+") + (digits.length() < 2 ? "0" + digits : digits);
        }
        String plain = new BigDecimal(Double.toString(value)).toPlainString();
        return plain.indexOf('.') < 0 ? plain + ".0" : plain;
    }
}
