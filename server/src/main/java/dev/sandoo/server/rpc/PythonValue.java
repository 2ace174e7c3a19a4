package dev.sandoo.server.rpc;

import dev.sandoo.server.error.PythonError;
import dev.sandoo.server.error.PythonRepr;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What Python makes of wire values where a service's method expects another type. */
final class PythonValue {
    private PythonValue() {}

    /** Python's {@code bool(value)}. */
    static boolean isTrue(Object value) {
        if (value instanceof Boolean flag) {
            return flag;
        }
        if (value instanceof Number number) {
            return number.doubleValue() != 0;
        }
        if (value instanceof String text) {
            return !text.isEmpty();
        }
        if (value instanceof Collection<?> items) {
            return !items.isEmpty();
        }
        return value instanceof Map<?, ?> entries ? !entries.isEmpty() : value != null;
    }

    /** Whether Python refuses the value as the key of a dictionary. */
    static boolean isUnhashable(Object value) {
        return value instanceof Collection || value instanceof Map;
    }

    static PythonError unhashable(Object value) {
        return PythonError.typeError("unhashable type: '" + PythonRepr.typeName(value) + "'");
    }

    static PythonError lacksStartswith(Object value) {
        return PythonError.attributeError("'" + PythonRepr.typeName(value) + "' object has no attribute 'startswith'");
    }

    /**
     * Python's {@code int(value)}, held within 32 bits: no id lies beyond.
     *
     * @param realNumber how the version words the types that it takes
     * @throws PythonError when Python would not have it
     */
    static int integer(Object value, String realNumber) {
        if (value instanceof Boolean flag) {
            return flag ? 1 : 0;
        }
        if (value instanceof Number number) {
            return within32Bits(whole(number));
        }
        if (value instanceof String text) {
            return within32Bits(whole(text));
        }
        throw PythonError.typeError("int() argument must be a string, a bytes-like object or " + realNumber + ", not '"
                + PythonRepr.typeName(value) + "'");
    }

    private static BigInteger whole(Number number) {
        if (number instanceof Double d) {
            if (d.isNaN()) {
                throw PythonError.valueError("cannot convert float NaN to integer");
            }
            if (d.isInfinite()) {
                throw PythonError.of("OverflowError", "cannot convert float infinity to integer");
            }
            return BigDecimal.valueOf(d).toBigInteger();
        }
        return new BigInteger(number.toString());
    }

    /** Surrounding white space, a sign, digits of any script, single underscores between them. */
    private static BigInteger whole(String text) {
        String stripped = text.strip();
        if (!stripped.matches("[+-]?\\p{Nd}+(_\\p{Nd}+)*")) {
            throw PythonError.valueError("invalid literal for int() with base 10: " + PythonRepr.of(text));
        }
        return new BigInteger(stripped.replace("_", ""));
    }

    private static int within32Bits(BigInteger value) {
        return value.min(BigInteger.valueOf(Integer.MAX_VALUE))
                .max(BigInteger.valueOf(Integer.MIN_VALUE))
                .intValue();
    }

    /**
     * What {@code f(*value)} passes on.
     *
     * @throws PythonError a {@code TypeError} for what cannot be iterated over
     */
    static List<Object> unpacked(Object value) {
        if (value instanceof Collection<?> items) {
            return new ArrayList<>(items);
        }
        if (value instanceof Map<?, ?> entries) {
            return new ArrayList<>(entries.keySet());
        }
        if (value instanceof String text) {
            return characters(text);
        }
        throw PythonError.typeError("Value after * must be an iterable, not " + PythonRepr.typeName(value));
    }

    /**
     * Python's {@code dict(value)}: a dictionary, or pairs.
     *
     * @throws PythonError when it is neither
     */
    static Map<String, Object> dictionary(Object value) {
        if (value instanceof Map<?, ?> entries) {
            Map<String, Object> copy = new LinkedHashMap<>();
            entries.forEach((key, item) -> copy.put(String.valueOf(key), item));
            return copy;
        }
        if (value instanceof String || value instanceof Collection) {
            return pairs(unpacked(value));
        }
        throw PythonError.typeError("'" + PythonRepr.typeName(value) + "' object is not iterable");
    }

    private static Map<String, Object> pairs(List<Object> items) {
        Map<String, Object> dictionary = new LinkedHashMap<>();
        for (int i = 0; i < items.size(); i++) {
            Object item = items.get(i);
            if (!(item instanceof String || item instanceof Collection)) {
                throw PythonError.typeError(
                        "cannot convert dictionary update sequence element #" + i + " to a sequence");
            }
            List<Object> pair = unpacked(item);
            if (pair.size() != 2) {
                throw PythonError.valueError(
                        "dictionary update sequence element #" + i + " has length " + pair.size() + "; 2 is required");
            }
            dictionary.put(String.valueOf(pair.get(0)), pair.get(1));
        }
        return dictionary;
    }

    private static List<Object> characters(String text) {
        List<Object> characters = new ArrayList<>();
        text.codePoints().forEach(point -> characters.add(Character.toString(point)));
        return characters;
    }
}
