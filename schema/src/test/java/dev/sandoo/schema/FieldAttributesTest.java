package dev.sandoo.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sandoo.schema.FieldDef.OnDelete;
import dev.sandoo.schema.FieldDef.Relation;
import dev.sandoo.schema.load.SchemaLoader;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The expectations in {@code fields_get/<version>.json} are recorded: fields_get of real servers, without help. */
class FieldAttributesTest {
    @ParameterizedTest
    @ValueSource(strings = {"14.0", "19.0"})
    void answersWhatOdooAnswersInItsOrder(String version) throws IOException {
        Schema schema = SchemaLoader.load(version);
        FieldAttributes attributes = FieldAttributes.of(schema.version(), schema.models());

        for (Map.Entry<String, Map<String, Object>> expected : recorded(version).entrySet()) {
            Map<String, Object> answer = attributes.of(field(schema, expected.getKey()));

            assertEquals(expected.getValue(), answer, expected.getKey());
            assertEquals(keys(expected.getValue()), keys(answer), "order of " + expected.getKey());
        }
    }

    @Test
    void manualFieldNeedsNoAttributesOfItsOwn() {
        Schema schema = SchemaLoader.load("19.0");
        Relation toPartner = new Relation(
                "res.partner",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OnDelete.SET_NULL,
                Optional.empty(),
                false,
                false);
        FieldDef field = FieldDef.builder("x_friend", FieldType.MANY2ONE)
                .string("Friend")
                .manual(true)
                .relation(toPartner)
                .build();

        Map<String, Object> answer =
                FieldAttributes.of(schema.version(), schema.models()).of(field);

        assertEquals(true, answer.get("manual"));
        assertEquals(true, answer.get("allow_hierachy_operators"));
        assertEquals(List.of(), answer.get("domain"));
    }

    private static FieldDef field(Schema schema, String name) {
        int dot = name.lastIndexOf('.');
        return schema.models().get(name.substring(0, dot)).fields().get(name.substring(dot + 1));
    }

    private static Map<String, Map<String, Object>> recorded(String version) throws IOException {
        try (InputStream in = FieldAttributesTest.class.getResourceAsStream("/fields_get/" + version + ".json")) {
            return new ObjectMapper().readValue(in, new TypeReference<>() {});
        }
    }

    private static List<String> keys(Map<String, Object> map) {
        return new ArrayList<>(map.keySet());
    }
}
