package dev.sandoo.server.field;

import dev.sandoo.schema.OdooVersion;
import dev.sandoo.server.error.PythonError;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the Python literals that people type into text fields, such as {@code [('a', 'Alpha'), ('b', 'Beta')]}: constants,
 * numbers, texts, lists, tuples and dicts. Nothing is ever evaluated.
 */
public final class PythonLiteral {
    private final OdooVersion version;
    private final String text;
    private final Deque<Character> open = new ArrayDeque<>();
    private int position;

    private PythonLiteral(OdooVersion version, String text) {
        this.version = version;
        this.text = text;
    }

    /**
     * The wire value that the text stands for; tuples become lists.
     *
     * @throws PythonError a SyntaxError for text that is no Python, a ValueError for Python that is no literal
     */
    public static Object parse(OdooVersion version, String text) {
        PythonLiteral reader = new PythonLiteral(version, text.strip());
        Object value = reader.value();
        reader.skipSpace();
        if (reader.position < reader.text.length()) {
            throw invalid();
        }
        return value;
    }

    private Object value() {
        skipSpace();
        if (atEnd()) {
            throw incomplete();
        }
        char c = text.charAt(position);
        if (c == '[' || c == '(') {
            return list(c);
        }
        if (c == '{') {
            return dict();
        }
        if (c == '\'' || c == '"') {
            return quoted();
        }
        if (Character.isDigit(c) || c == '-' || c == '+' || c == '.') {
            return number();
        }
        return constant();
    }

    private Object list(char bracket) {
        open(bracket);
        List<Object> items = new ArrayList<>();
        boolean tuple = bracket == '[';
        while (!closes(bracket == '[' ? ']' : ')')) {
            items.add(value());
            if (takes(',')) {
                tuple = true;
            } else if (!peeks(bracket == '[' ? ']' : ')')) {
                throw failed();
            }
        }
        // Brackets around a single value group it and make no tuple.
        return tuple || items.isEmpty() ? items : items.get(0);
    }

    private Map<String, Object> dict() {
        open('{');
        Map<String, Object> items = new LinkedHashMap<>();
        while (!closes('}')) {
            Object key = value();
            if (!takes(':')) {
                throw failed();
            }
            items.put(PythonValues.str(key), value());
            if (!takes(',') && !peeks('}')) {
                throw failed();
            }
        }
        return items;
    }

    private String quoted() {
        char quote = text.charAt(position++);
        StringBuilder value = new StringBuilder();
        while (!atEnd() && text.charAt(position) != quote) {
            char c = text.charAt(position++);
            value.append(c == '\\' && !atEnd() ? escaped(text.charAt(position++)) : c);
        }
        if (atEnd()) {
            throw PythonError.of("SyntaxError", version.message("python.string-open"));
        }
        position++;
        skipSpace();
        boolean joined = !atEnd() && (text.charAt(position) == '\'' || text.charAt(position) == '"');
        return joined ? value + quoted() : value.toString();
    }

    private static String escaped(char c) {
        return switch (c) {
            case 'n' -> "\n";
            case 't' -> "\t";
            case 'r' -> "\r";
            case '\\', '\'', '"' -> String.valueOf(c);
            default -> "\\" + c;
        };
    }

    private Object number() {
        int start = position++;
        while (!atEnd() && (Character.isLetterOrDigit(text.charAt(position)) || text.charAt(position) == '.')) {
            position++;
        }
        String digits = text.substring(start, position);
        try {
            if (digits.chars().allMatch(c -> Character.isDigit(c) || c == '-' || c == '+')) {
                BigInteger number = new BigInteger(digits);
                return number.bitLength() < Integer.SIZE ? (Object) number.intValue() : number;
            }
            return Double.valueOf(digits);
        } catch (NumberFormatException e) {
            throw invalid();
        }
    }

    private Object constant() {
        int start = position;
        while (!atEnd() && (Character.isLetterOrDigit(text.charAt(position)) || text.charAt(position) == '_')) {
            position++;
        }
        String name = text.substring(start, position);
        return switch (name) {
            case "True" -> Boolean.TRUE;
            case "False" -> Boolean.FALSE;
            case "None" -> null;
            case "" -> throw invalid();
            default -> throw malformed();
        };
    }

    /** A name or a call is Python, but no literal, unless a bracket behind it stays open. */
    private PythonError malformed() {
        String kind = peeks('(') ? "Call" : "Name";
        if (peeks('(')) {
            open('(');
            while (!atEnd() && !closes(')')) {
                position++;
            }
        }
        skipSpace();
        if (!open.isEmpty() && atEnd()) {
            return incomplete();
        }
        if (kind.equals("Name") && !atEnd() && Character.isLetterOrDigit(text.charAt(position))) {
            return invalid();
        }
        return PythonError.valueError(version.message("python.malformed", Map.of("kind", kind)));
    }

    private void open(char bracket) {
        open.push(bracket);
        skipSpace();
        position++;
    }

    private boolean closes(char bracket) {
        if (!peeks(bracket)) {
            return false;
        }
        position++;
        open.pop();
        return true;
    }

    private boolean takes(char c) {
        if (!peeks(c)) {
            return false;
        }
        position++;
        return true;
    }

    private boolean peeks(char c) {
        skipSpace();
        return !atEnd() && text.charAt(position) == c;
    }

    private PythonError failed() {
        return atEnd() ? incomplete() : invalid();
    }

    private PythonError incomplete() {
        return open.isEmpty()
                ? invalid()
                : PythonError.of("SyntaxError", version.message("python.bracket-open", Map.of("bracket", open.peek())));
    }

    private static PythonError invalid() {
        return PythonError.of("SyntaxError", "invalid syntax");
    }

    private boolean atEnd() {
        return position >= text.length();
    }

    private void skipSpace() {
        while (!atEnd() && Character.isWhitespace(text.charAt(position))) {
            position++;
        }
    }
}
