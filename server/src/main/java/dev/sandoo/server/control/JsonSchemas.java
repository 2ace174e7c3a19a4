package dev.sandoo.server.control;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The JSON schemas of the records that are read and written, put together as they are met. Serves one document. */
final class JsonSchemas {
    private static final Map<Class<?>, Map<String, Object>> PLAIN = Map.ofEntries(
            Map.entry(String.class, Map.of("type", "string")),
            Map.entry(boolean.class, Map.of("type", "boolean")),
            Map.entry(Boolean.class, Map.of("type", "boolean")),
            Map.entry(int.class, Map.of("type", "integer", "format", "int32")),
            Map.entry(Integer.class, Map.of("type", "integer", "format", "int32")),
            Map.entry(long.class, Map.of("type", "integer", "format", "int64")),
            Map.entry(Long.class, Map.of("type", "integer", "format", "int64")),
            Map.entry(double.class, Map.of("type", "number")),
            Map.entry(Double.class, Map.of("type", "number")),
            Map.entry(BigDecimal.class, Map.of("type", "number")),
            Map.entry(URI.class, Map.of("type", "string", "format", "uri")),
            Map.entry(Instant.class, Map.of("type", "string", "format", "date-time")),
            Map.entry(Duration.class, Map.of("type", "string", "format", "duration")),
            Map.entry(RawBody.class, Map.of()),
            Map.entry(Content.class, Map.of()));

    private final Map<String, Object> records = new TreeMap<>();

    /** The schemas of all records met so far, by name. */
    Map<String, Object> records() {
        return records;
    }

    /** The schema of a type: its own when it is plain, else a reference to its record's. */
    Map<String, Object> of(Class<?> type) {
        return of(ControlJson.JSON.constructType(type));
    }

    /** What a value of a type is called in messages. */
    static String words(Class<?> type) {
        if (type == null) {
            return "something else";
        }
        Object plain = PLAIN.getOrDefault(type, Map.of()).get("type");
        if (type == Instant.class) {
            return "a time such as 2026-01-31T12:00:00Z";
        }
        if (type == Duration.class) {
            return "a duration such as PT2H";
        }
        if (type.isEnum()) {
            return "one of " + String.join(", ", constants(ControlJson.JSON.constructType(type)));
        }
        if (plain != null) {
            return plain.equals("string") ? "a text" : plain.equals("boolean") ? "true or false" : "a number";
        }
        return Iterable.class.isAssignableFrom(type) || type.isArray() ? "a list" : "an object";
    }

    private Map<String, Object> of(JavaType type) {
        Map<String, Object> plain = PLAIN.get(type.getRawClass());
        if (plain != null) {
            return plain;
        }
        if (type.hasRawClass(Optional.class)) {
            return of(type.containedTypeOrUnknown(0));
        }
        if (type.isCollectionLikeType() || type.isArrayType()) {
            return ordered("type", "array", "items", of(type.getContentType()));
        }
        if (type.isMapLikeType()) {
            return ordered("type", "object", "additionalProperties", of(type.getContentType()));
        }
        if (type.isEnumType()) {
            return ordered("type", "string", "enum", constants(type));
        }
        return type.isRecordType() ? reference(type) : Map.of();
    }

    private Map<String, Object> reference(JavaType type) {
        String name = name(type.getRawClass());
        if (!records.containsKey(name)) {
            records.put(name, Map.of()); // so that a record that holds itself comes to an end
            records.put(name, described(type));
        }
        return Map.of("$ref", "#/components/schemas/" + name);
    }

    /** A record within an endpoint's class is the endpoint's. */
    private static String name(Class<?> type) {
        Class<?> outer = type.getEnclosingClass();
        return outer == null ? type.getSimpleName() : outer.getSimpleName() + type.getSimpleName();
    }

    private Map<String, Object> described(JavaType type) {
        BeanDescription record = ControlJson.JSON.getSerializationConfig().introspect(type);
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (BeanPropertyDefinition property : record.findProperties()) {
            properties.put(property.getName(), property(property));
            if (property.isRequired() || property.getPrimaryType().isPrimitive()) {
                required.add(property.getName());
            }
        }
        Map<String, Object> schema = ordered("type", "object", "properties", properties);
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        return schema;
    }

    private Map<String, Object> property(BeanPropertyDefinition property) {
        Map<String, Object> schema = new LinkedHashMap<>(of(property.getPrimaryType()));
        String sentence = property.getMetadata().getDescription();
        if (sentence != null) {
            schema.put("description", sentence);
        }
        return schema;
    }

    private static List<String> constants(JavaType type) {
        return Arrays.stream(type.getRawClass().getEnumConstants())
                .map(constant -> ControlJson.JSON.convertValue(constant, String.class))
                .toList();
    }

    private static Map<String, Object> ordered(String key, Object value, String otherKey, Object otherValue) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put(key, value);
        map.put(otherKey, otherValue);
        return map;
    }
}
