package dev.sandoo.server.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a text into a tree. Small on purpose: one document, no tags, no aliases, no depth without end. */
final class DocumentParser {
    private static final int MOST_CHARACTERS = 4_000_000;
    private static final int MOST_NESTED = 100;

    private final Document document;
    private JsonParser parser;

    DocumentParser(Document document) {
        this.document = document;
    }

    Node parse(String text) {
        if (text.length() > MOST_CHARACTERS) {
            throw document.broken(1, "has more than " + MOST_CHARACTERS + " characters");
        }
        if (isJson(text)) {
            return parse(new JsonFactory(), text);
        }
        return parse(new YAMLFactory(), text);
    }

    /** Both begin with a brace, but what YAML takes between braces JSON may not. */
    private static boolean isJson(String text) {
        if (!text.stripLeading().startsWith("{")) {
            return false;
        }
        try (JsonParser reader = new JsonFactory().createParser(text)) {
            while (reader.nextToken() != null) {
                // on to the end
            }
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private Node parse(JsonFactory format, String text) {
        try (JsonParser reader = format.createParser(text)) {
            parser = reader;
            if (parser.nextToken() == null) {
                return new Node(document, 1, "", null);
            }
            Node root = node(here(), "", 0);
            if (parser.nextToken() != null) {
                throw document.broken(here(), "another document begins here");
            }
            return root;
        } catch (JsonProcessingException e) {
            throw document.broken(line(e.getLocation()), SyntaxReason.of(e));
        } catch (IOException e) {
            throw new UncheckedIOException(e); // texts in memory can always be read
        }
    }

    private int here() {
        return line(parser.currentTokenLocation());
    }

    /** @param line where the value's key stands, or else the value */
    private Node node(int line, String path, int depth) throws IOException {
        if (depth > MOST_NESTED) {
            throw document.broken(here(), "is nested too deeply");
        }
        if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
            throw document.broken(here(), "has an alias; write the value out");
        }
        return new Node(
                document,
                line,
                path,
                switch (parser.currentToken()) {
                    case START_OBJECT -> table(path, depth);
                    case START_ARRAY -> items(path, depth);
                    case VALUE_NULL -> null;
                    case VALUE_TRUE -> true;
                    case VALUE_FALSE -> false;
                    case VALUE_NUMBER_INT -> parser.getNumberValue();
                    case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
                    default -> parser.getText();
                });
    }

    private Map<String, Node> table(String path, int depth) throws IOException {
        Map<String, Node> entries = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = parser.currentName();
            int line = here();
            parser.nextToken();
            String field = path.isEmpty() ? key : path + "." + key;
            if (entries.put(key, node(line, field, depth + 1)) != null) {
                document.problem(line, field, "is there twice");
            }
        }
        return entries;
    }

    private List<Node> items(String path, int depth) throws IOException {
        List<Node> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(node(here(), path + "[" + items.size() + "]", depth + 1));
        }
        return items;
    }

    private static int line(JsonLocation location) {
        return location == null ? 1 : Math.max(location.getLineNr(), 1);
    }
}
