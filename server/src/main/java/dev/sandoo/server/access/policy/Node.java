package dev.sandoo.server.access.policy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A value of a document that remembers where it stands. */
sealed interface Node {
    /** The line it begins on, from 1. */
    int line();

    /** What it is, for messages. */
    String kind();

    /** A text, number, truth value or null. */
    record Scalar(int line, Object value, String text) implements Node {
        @Override
        public String kind() {
            return value == null ? "nothing" : "one value";
        }
    }

    /** A list. */
    record Items(int line, List<Node> items) implements Node {
        public Items {
            items = List.copyOf(items);
        }

        @Override
        public String kind() {
            return "a list";
        }
    }

    /** Keys with their values, in order. */
    record Table(int line, Map<Key, Node> entries) implements Node {
        public Table {
            entries = new LinkedHashMap<>(entries);
        }

        @Override
        public String kind() {
            return "keys and values";
        }
    }

    /** A key of a table. */
    record Key(int line, String name) {}
}
