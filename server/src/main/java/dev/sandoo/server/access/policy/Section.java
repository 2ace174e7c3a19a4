package dev.sandoo.server.access.policy;

import dev.sandoo.server.access.policy.Node.Items;
import dev.sandoo.server.access.policy.Node.Key;
import dev.sandoo.server.access.policy.Node.Scalar;
import dev.sandoo.server.access.policy.Node.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Keys and values of a document under one roof; what does not fit is noted with its line. */
final class Section {
    private final Table table;
    private final String path;
    private final List<PolicyProblem> problems;

    Section(Table table, String path, List<PolicyProblem> problems) {
        this.table = table;
        this.path = path;
        this.problems = problems;
    }

    /** A value with the key that leads to it. */
    final class Entry {
        private final int line;
        private final String path;
        private final Node node;

        private Entry(int line, String path, Node node) {
            this.line = line;
            this.path = path;
            this.node = node;
        }

        Node node() {
            return node;
        }

        int line() {
            return line;
        }

        /** The keys that lead here. */
        String path() {
            return path;
        }

        void problem(String text) {
            problems.add(new PolicyProblem(line, path, text));
        }

        /** The value as it is written; empty for what is more or less than one value. */
        Optional<String> text() {
            return node instanceof Scalar scalar
                            && scalar.value() != null
                            && !scalar.text().isBlank()
                    ? Optional.of(scalar.text())
                    : Optional.empty();
        }

        /** What is written, or what it is. */
        String shown() {
            return text().orElse(node.kind());
        }

        Optional<Integer> wholeNumber(int least, long most) {
            if (node instanceof Scalar scalar
                    && (scalar.value() instanceof Integer || scalar.value() instanceof Long)
                    && ((Number) scalar.value()).longValue() >= least
                    && ((Number) scalar.value()).longValue() <= most) {
                return Optional.of(((Number) scalar.value()).intValue());
            }
            problem("must be a whole number from " + least + " to " + most);
            return Optional.empty();
        }

        /** The elements of a list; a single value stands for a list of it. */
        List<Entry> items() {
            List<Entry> entries = new ArrayList<>();
            List<Node> nodes = node instanceof Items items ? items.items() : List.of(node);
            nodes.forEach(one -> entries.add(new Entry(one.line(), path, one)));
            return entries;
        }

        /** The keys and values that stand here; empty, and noted, when there are none. */
        Optional<Section> section() {
            if (node instanceof Table inner) {
                return Optional.of(new Section(inner, path, problems));
            }
            problem("must hold keys and values, and not " + node.kind());
            return Optional.empty();
        }
    }

    /** The last key that leads here. */
    String name() {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        table.entries().forEach((key, node) -> entries.add(entry(key, node)));
        return entries;
    }

    private Entry entry(Key key, Node node) {
        return new Entry(key.line(), path.isEmpty() ? key.name() : path + "." + key.name(), node);
    }

    /** Where each of its keys stands. */
    Map<String, Integer> lines() {
        Map<String, Integer> lines = new LinkedHashMap<>();
        table.entries().keySet().forEach(key -> lines.put(key.name(), key.line()));
        return lines;
    }

    void requireKnown(Collection<String> known) {
        table.entries().forEach((key, node) -> {
            if (!known.contains(key.name())) {
                entry(key, node).problem("unknown" + Nearest.hint(key.name(), known));
            }
        });
    }

    Optional<Entry> find(String name) {
        return table.entries().entrySet().stream()
                .filter(entry -> entry.getKey().name().equals(name))
                .map(entry -> entry(entry.getKey(), entry.getValue()))
                .findFirst();
    }

    Optional<Entry> required(String name) {
        Optional<Entry> entry = find(name);
        if (entry.isEmpty()) {
            problems.add(new PolicyProblem(table.line(), path, name + " is missing"));
        }
        return entry;
    }

    /** A text; what is none is noted. */
    Optional<String> text(String name) {
        Optional<Entry> entry = find(name);
        Optional<String> text = entry.flatMap(Entry::text);
        if (entry.isPresent() && text.isEmpty()) {
            entry.get().problem("must be a text, and not " + entry.get().node().kind());
        }
        return text;
    }

    /** The keys and values under a key. */
    Optional<Section> table(String name) {
        return find(name).flatMap(Entry::section);
    }

    /**
     * A list of texts; what is none is noted.
     *
     * @param filled whether an empty list is a mistake, as it would stand for anything
     */
    List<Entry> texts(String name, boolean filled) {
        Objects.requireNonNull(name, "name");
        Optional<Entry> entry = find(name);
        List<Entry> texts = new ArrayList<>();
        for (Entry one : entry.map(Entry::items).orElse(List.of())) {
            if (one.text().isPresent()) {
                texts.add(one);
            } else {
                one.problem("must be a list of texts");
            }
        }
        if (filled
                && texts.isEmpty()
                && entry.isPresent()
                && entry.get().items().isEmpty()) {
            entry.get().problem("is empty; leave the key out to allow any");
        }
        return texts;
    }
}
