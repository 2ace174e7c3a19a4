package dev.sandoo.server.document;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A value of a document that knows where it stands: a table of nodes by name, a list of nodes, or a plain value. What is read
 * from it in vain is noted as a problem of the document and answered with nothing, so that all problems are found at once.
 */
public final class Node {
    private final Document document;
    private final int line;
    private final String path;
    private final Object value;

    Node(Document document, int line, String path, Object value) {
        this.document = document;
        this.line = line;
        this.path = path;
        this.value = value;
    }

    public Document document() {
        return document;
    }

    /** Where it stands, counted from 1: the line of its key, or its own where it has none. */
    public int line() {
        return line;
    }

    /** The path that leads here, such as {@code stubs[0].when}. */
    public String path() {
        return path;
    }

    /** Notes what is wrong with this value. */
    public void problem(String message) {
        document.problem(line, path, message);
    }

    public boolean isTable() {
        return value instanceof Map;
    }

    public boolean isList() {
        return value instanceof List;
    }

    /** Whether nothing stands here: no value, or a table or list without entries. */
    public boolean isEmpty() {
        return value == null || isTable() && entries().isEmpty() || isList() && items().isEmpty();
    }

    public boolean isText() {
        return value instanceof String;
    }

    /** The table's entries; a problem when it is none. Nothing at all is an empty table. */
    @SuppressWarnings("unchecked") // the parser puts nothing else into tables
    public Map<String, Node> entries() {
        if (value instanceof Map<?, ?> table) {
            return (Map<String, Node>) table;
        }
        if (value != null) {
            problem("must be a table of names and values");
        }
        return Map.of();
    }

    /** The list's items; a problem when it is none. Nothing at all is an empty list. */
    @SuppressWarnings("unchecked") // the parser puts nothing else into lists
    public List<Node> items() {
        if (value instanceof List<?> items) {
            return (List<Node>) items;
        }
        if (value != null) {
            problem("must be a list");
        }
        return List.of();
    }

    /** The list's items, or the one value that stands for a list of it. */
    public List<Node> listed() {
        return isList() ? items() : List.of(this);
    }

    /** Notes every entry that has none of these names. */
    public Node allow(String... names) {
        List<String> known = Arrays.asList(names);
        entries().forEach((name, node) -> {
            if (!known.contains(name)) {
                node.problem("is unknown"
                        + Nearest.of(name, known)
                                .map(near -> "; did you mean " + near + "?")
                                .orElse("; known are " + String.join(", ", known)));
            }
        });
        return this;
    }

    /** The entry of this name. */
    public Optional<Node> find(String name) {
        return Optional.ofNullable(entries().get(name));
    }

    /** The entry of this name, a problem when there is none. */
    public Optional<Node> require(String name) {
        Optional<Node> found = find(name);
        if (found.isEmpty() && (isTable() || value == null)) {
            problem("needs " + name);
        }
        return found;
    }

    /** The text that this is; a problem when it is none. */
    public Optional<String> text() {
        if (value instanceof String text && !text.isBlank()) {
            return Optional.of(text);
        }
        problem("must be a text");
        return Optional.empty();
    }

    /** The plain value as it reads, be it a number or a text; empty for a table, a list or nothing. */
    public Optional<String> written() {
        return isTable() || isList() || value == null
                ? Optional.empty()
                : Optional.of(value.toString()).filter(text -> !text.isBlank());
    }

    /** What is written, or what it is instead, for messages. */
    public String shown() {
        return written().orElse(isTable() ? "a table" : isList() ? "a list" : "nothing");
    }

    /** The whole number that this is, a problem when it is none or lies outside. */
    public Optional<Integer> number(int least, int most) {
        if (value instanceof Integer number && number >= least && number <= most) {
            return Optional.of(number);
        }
        problem("must be a whole number from " + least + " to " + most);
        return Optional.empty();
    }

    /** The number that this is, a problem when it is none or lies outside. */
    public Optional<Double> decimal(double least, double most) {
        if (value instanceof Number number && number.doubleValue() >= least && number.doubleValue() <= most) {
            return Optional.of(number.doubleValue());
        }
        problem("must be a number from " + least + " to " + most);
        return Optional.empty();
    }

    /** The truth value that this is; a problem when it is none. */
    public Optional<Boolean> flag() {
        if (value instanceof Boolean flag) {
            return Optional.of(flag);
        }
        problem("must be true or false");
        return Optional.empty();
    }

    /** The length of time that this is, such as {@code 200ms}, {@code 5s}, {@code 2m} or {@code PT2H}; a problem when it is none. */
    public Optional<Duration> duration() {
        Optional<Duration> length = value instanceof String text ? Lengths.parse(text) : Optional.empty();
        if (length.isEmpty()) {
            problem("must be a length of time, such as 200ms, 5s, 2m or 1h");
        }
        return length;
    }

    /** The value as plain maps, lists, texts, numbers and truth values; null for nothing. Maps keep their order. */
    public Object plain() {
        if (value instanceof Map) {
            Map<String, Object> plain = new LinkedHashMap<>();
            entries().forEach((name, node) -> plain.put(name, node.plain()));
            return plain;
        }
        if (value instanceof List) {
            List<Object> plain = new ArrayList<>();
            items().forEach(node -> plain.add(node.plain()));
            return plain;
        }
        return value;
    }
}
