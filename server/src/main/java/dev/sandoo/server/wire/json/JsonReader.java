package dev.sandoo.server.wire.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads JSON into wire values as Python's {@code json.loads} does, NaN and infinities included. Thread-safe. */
public final class JsonReader {
    /** The same bounds as for XML-RPC. */
    private static final int MAX_DEPTH = 200;

    private static final int MAX_VALUES = 2_000_000;

    /** Python's own limit; reading more takes quadratic time. */
    private static final int MAX_DIGITS = 4300;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxNumberLength(MAX_DIGITS)
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            // UTF-8 and nothing else: no guessing by zero bytes.
            .disable(JsonFactory.Feature.CHARSET_DETECTION)
            // Texts of one request are seldom those of the next: keys are shared, a table of all texts is not kept.
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    /**
     * Reads one document.
     *
     * @throws JsonSyntaxException when it is no JSON or beyond the limits
     */
    public Object read(byte[] document) throws JsonSyntaxException {
        try (JsonParser parser = FACTORY.createParser(document)) {
            Object value = new Reading(parser).value(parser.nextToken());
            if (parser.nextToken() != null) {
                throw new JsonParseException(parser, "more than one value");
            }
            return value;
        } catch (IOException error) {
            throw JsonSyntaxException.of(error);
        }
    }

    /** One document being read. The parser bounds the depth, so that recursion is safe. */
    private static final class Reading {
        private final JsonParser parser;
        private int count;

        Reading(JsonParser parser) {
            this.parser = parser;
        }

        Object value(JsonToken token) throws IOException {
            if (token == null) {
                throw new JsonParseException(parser, "a value is missing");
            }
            if (++count > MAX_VALUES) {
                throw new JsonParseException(parser, "more than " + MAX_VALUES + " values");
            }
            return switch (token) {
                case VALUE_STRING -> parser.getText();
                case VALUE_NUMBER_INT -> parser.getNumberValue();
                case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
                case VALUE_TRUE -> true;
                case VALUE_FALSE -> false;
                case VALUE_NULL -> null;
                case START_ARRAY -> list();
                case START_OBJECT -> map();
                default -> throw new JsonParseException(parser, "no value: " + token);
            };
        }

        private List<Object> list() throws IOException {
            List<Object> items = new ArrayList<>();
            for (JsonToken next = parser.nextToken(); next != JsonToken.END_ARRAY; next = parser.nextToken()) {
                items.add(value(next));
            }
            return Collections.unmodifiableList(items);
        }

        private Map<String, Object> map() throws IOException {
            Map<String, Object> members = new LinkedHashMap<>();
            for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                members.put(name, value(parser.nextToken()));
            }
            return Collections.unmodifiableMap(members);
        }
    }
}
