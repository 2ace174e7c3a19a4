package dev.sandoo.server.access.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sandoo.schema.load.SchemaLoader;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MethodKindsTest {
    /** A method that every model has and the table forgets would run as a model's own, with more freedom. */
    @ParameterizedTest
    @ValueSource(strings = {"14.0", "19.0"})
    void knowEveryMethodThatAllModelsHave(String version) {
        Set<String> unknown = new TreeSet<>();

        for (String method : SchemaLoader.load(version).baseMethods().keySet()) {
            if (MethodKinds.instance().of(method).isEmpty()) {
                unknown.add(method);
            }
        }

        assertEquals(Set.of(), unknown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"14.0", "19.0"})
    void nameOnlyTechnicalModelsThatThereAre(String version) {
        Set<String> models = SchemaLoader.load(version).models().keySet();

        for (String model :
                List.of("mail.message", "mail.followers", "ir.attachment", "ir.sequence", "ir.model.data")) {
            assertEquals(true, models.contains(model), model);
        }
    }
}
