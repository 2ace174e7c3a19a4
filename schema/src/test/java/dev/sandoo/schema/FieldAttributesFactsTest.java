package dev.sandoo.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sandoo.schema.load.SchemaLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares fields_get of every field with the facts that the data was made from; runs only where these lie. */
@EnabledIf("hasFacts")
class FieldAttributesFactsTest {
    private static final Path FACTS = Path.of("..", "..", "shared", "facts");

    /** Models of widespread modules that a fresh Odoo does not have. */
    private static final Set<String> OF_OTHER_MODULES = Set.of("auth.api.key");

    static boolean hasFacts() {
        return Files.isDirectory(FACTS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"14.0", "19.0"})
    void everyFieldOfEveryModelIsAsOdooSaysIt(String version) throws IOException {
        Schema schema = SchemaLoader.load(version);
        FieldAttributes attributes = FieldAttributes.of(schema.version(), schema.models());
        List<String> wrong = new ArrayList<>();

        for (ModelDef model : schema.models().values()) {
            if (!Files.exists(factsOf(version, model.name()))) {
                assertTrue(
                        model.kind() == ModelDef.Kind.ABSTRACT
                                || OF_OTHER_MODULES.contains(model.name())
                                || SchemaLoader.ownModels().contains(model.name()),
                        model.name() + " has no facts");
                continue;
            }
            Map<String, Map<String, Object>> facts = facts(version, model.name());
            boolean writable = facts.values().stream().anyMatch(field -> !Boolean.TRUE.equals(field.get("readonly")));
            facts.forEach((name, expected) -> {
                Map<String, Object> answer = answer(attributes, model, name);
                if (!writable) {
                    // admin may not write to the model, and Odoo then calls all fields read-only: the ORM's business
                    answer.put("readonly", true);
                }
                if (!answer.equals(expected)) {
                    wrong.add(model.name() + "." + name + "\n  expected " + expected + "\n  but was  " + answer);
                }
            });
        }

        assertEquals("", String.join("\n", wrong));
    }

    private static Map<String, Object> answer(FieldAttributes attributes, ModelDef model, String name) {
        FieldDef field = model.fields().get(name);
        return field == null ? new LinkedHashMap<>(model.reifiedFields().get(name)) : attributes.of(field);
    }

    private static Map<String, Map<String, Object>> facts(String version, String model) throws IOException {
        return new ObjectMapper().readValue(factsOf(version, model).toFile(), new TypeReference<>() {});
    }

    private static Path factsOf(String version, String model) {
        return FACTS.resolve(version).resolve("fields").resolve(model + ".json");
    }
}
