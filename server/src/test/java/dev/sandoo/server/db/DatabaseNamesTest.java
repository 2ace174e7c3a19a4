package dev.sandoo.server.db;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sandoo.server.error.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseNamesTest {
    @ParameterizedTest
    @ValueSource(strings = {"demo", "Demo-1.test_2", "0"})
    void namesThatOdooTakesAreFine(String name) {
        assertDoesNotThrow(() -> DatabaseNames.check(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-demo",
                "de mo",
                "de\"mo",
                "démo",
                "postgres",
                "template1",
                "sandoo_template_19_0_x",
                "sandoo_new_1_x"
            })
    void otherNamesAreRefused(String name) {
        assertThrows(UserError.class, () -> DatabaseNames.check(name));
    }

    @Test
    void quotesInNamesAreDoubled() {
        assertEquals("\"a\"\"b\"", DatabaseNames.quote("a\"b"));
    }

    @Test
    void templatesAreNamedByVersionAndHash() {
        Template template = new TinyTemplate("19.0", "0123456789abcdef");

        assertEquals("sandoo_template_19_0_0123456789ab", DatabaseNames.template(template));
    }
}
