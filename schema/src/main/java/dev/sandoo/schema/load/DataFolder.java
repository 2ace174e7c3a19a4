package dev.sandoo.schema.load;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The files of one version, read as plain values: maps in the file's order, lists, text, numbers, booleans and null.
 * Jackson's parser alone, without its object mapper, reads them in a third of the time. Thread-safe.
 */
final class DataFolder {
    private static final JsonFactory JSON = new JsonFactory();

    private final String root;
    private final Function<String, InputStream> open;

    /**
     * A folder by any name.
     *
     * @param open answers a file's bytes by its full name, null when there is no such file
     */
    DataFolder(String root, Function<String, InputStream> open) {
        this.root = root;
        this.open = open;
    }

    /** A folder of resources, such as {@code schema/19.0}. */
    static DataFolder ofResources(String root) {
        return new DataFolder(root, DataFolder.class.getClassLoader()::getResourceAsStream);
    }

    /** How messages name a file of this folder. */
    String nameOf(String file) {
        return root + "/" + file;
    }

    String text(String file) {
        return new String(bytes(file), StandardCharsets.UTF_8);
    }

    byte[] bytes(String file) {
        try (InputStream in = open(file)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new SchemaDataException(nameOf(file), e);
        }
    }

    Entry object(String file) {
        return Entry.of(nameOf(file), json(file));
    }

    Entries list(String file) {
        return new Entries(nameOf(file), json(file));
    }

    Object json(String file) {
        try (InputStream in = open(file);
                JsonParser parser = JSON.createParser(in)) {
            parser.nextToken();
            Object value = valueAt(parser);
            if (parser.nextToken() != null) {
                throw new SchemaDataException(nameOf(file), "more than one value");
            }
            return value;
        } catch (IOException e) {
            throw new SchemaDataException(nameOf(file), e);
        }
    }

    private InputStream open(String file) {
        InputStream in = open.apply(nameOf(file));
        if (in == null) {
            throw new SchemaDataException(nameOf(file), "no such file");
        }
        return in;
    }

    private static Object valueAt(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw new IOException("the file is empty");
        }
        return switch (token) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT -> parser.getNumberValue();
            case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> throw new IOException("unexpected " + token);
        };
    }

    private static Map<String, Object> object(JsonParser parser) throws IOException {
        Map<String, Object> object = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = parser.currentName();
            parser.nextToken();
            if (object.containsKey(key)) {
                throw new IOException("\"" + key + "\" twice in one object");
            }
            object.put(key, valueAt(parser));
        }
        return object;
    }

    private static List<Object> array(JsonParser parser) throws IOException {
        List<Object> array = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(valueAt(parser));
        }
        return array;
    }
}
