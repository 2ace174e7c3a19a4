package dev.sandoo.server.access.policy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import dev.sandoo.server.access.policy.Node.Items;
import dev.sandoo.server.access.policy.Node.Key;
import dev.sandoo.server.access.policy.Node.Scalar;
import dev.sandoo.server.access.policy.Node.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads YAML or JSON into a tree whose values know their lines. Small on purpose: no aliases, no tags, one document. */
final class DocumentReader {
    static final int MOST_CHARACTERS = 100_000;
    private static final int MOST_NESTED = 20;

    private final JsonParser parser;

    private DocumentReader(JsonParser parser) {
        this.parser = parser;
    }

    /**
     * The whole document.
     *
     * @throws BadPolicyException when it cannot be read at all
     */
    static Node read(String text) {
        if (text.length() > MOST_CHARACTERS) {
            throw bad(0, "a policy has at most " + MOST_CHARACTERS + " characters");
        }
        boolean json = text.stripLeading().startsWith("{");
        try (JsonParser parser = json ? new JsonFactory().createParser(text) : new YAMLFactory().createParser(text)) {
            if (parser.nextToken() == null) {
                throw bad(0, "the document is empty");
            }
            Node node = new DocumentReader(parser).node(0);
            if (parser.nextToken() != null) {
                throw bad(line(parser.currentTokenLocation()), "a policy is one document, and here begins another");
            }
            return node;
        } catch (JsonProcessingException e) {
            throw bad(
                    line(e.getLocation()),
                    e.getOriginalMessage().lines().findFirst().orElse("unreadable"));
        } catch (IOException e) {
            throw bad(0, "unreadable");
        }
    }

    private Node node(int depth) throws IOException {
        int line = line(parser.currentTokenLocation());
        if (depth > MOST_NESTED) {
            throw bad(line, "nested too deeply");
        }
        if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
            throw bad(line, "write the value out; a policy has no aliases");
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> table(line, depth);
            case START_ARRAY -> items(line, depth);
            case VALUE_NULL -> new Scalar(line, null, "");
            case VALUE_TRUE, VALUE_FALSE -> new Scalar(line, parser.getBooleanValue(), parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(line);
            default -> new Scalar(line, parser.getText(), parser.getText());
        };
    }

    private Scalar number(int line) throws IOException {
        Number number = parser.getNumberValue();
        return new Scalar(line, number, parser.getText());
    }

    private Table table(int line, int depth) throws IOException {
        Map<Key, Node> entries = new LinkedHashMap<>();
        Set<String> names = new HashSet<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            Key key = new Key(line(parser.currentTokenLocation()), parser.currentName());
            if (!names.add(key.name())) {
                throw bad(key.line(), key.name() + " stands here a second time");
            }
            parser.nextToken();
            entries.put(key, node(depth + 1));
        }
        return new Table(line, entries);
    }

    private Items items(int line, int depth) throws IOException {
        List<Node> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(node(depth + 1));
        }
        return new Items(line, items);
    }

    private static int line(JsonLocation location) {
        return location == null ? 0 : Math.max(location.getLineNr(), 0);
    }

    private static BadPolicyException bad(int line, String text) {
        return new BadPolicyException(List.of(new PolicyProblem(line, "", text)));
    }
}
