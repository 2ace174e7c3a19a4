package dev.sandoo.server.addons.base;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sandoo.server.rpc.TestRpc;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Modules and languages as client suites ask for them. Answers of both real versions over XML-RPC. */
class ModuleIT {
    @ParameterizedTest
    @CsvSource({"19.0, /odoo", "14.0, /web"})
    void moduleThatIsThereIsInstalledOnceMore(String version, String home) {
        try (TestRpc rpc = new TestRpc(version)) {
            Object sale = rpc.admin("ir.module.module", "search", List.of(List.of("name", "=", "sale")));

            Object answer = rpc.admin("ir.module.module", "button_immediate_install", sale);

            assertEquals(Map.of("type", "ir.actions.act_url", "target", "self", "url", home), answer);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"19.0", "14.0"})
    void moduleThatSandooLacksIsNamed(String version) {
        try (TestRpc rpc = new TestRpc(version)) {
            Object missing = rpc.admin("ir.module.module", "search", List.of(List.of("name", "=", "website")));

            String refusal = TestRpc.refusal(() -> rpc.admin("ir.module.module", "button_immediate_install", missing));

            assertTrue(refusal.startsWith("NOT_EMULATED: Sandoo has no module website"), refusal);
        }
    }

    @ParameterizedTest
    @CsvSource({"19.0, lang_ids", "14.0, lang"})
    void languageCanBeChosenOnceItIsInstalled(String version, String field) {
        try (TestRpc rpc = new TestRpc(version)) {
            Object french = rpc.admin(
                    "res.lang",
                    "search",
                    List.of(List.of("code", "=", "fr_FR"), List.of("active", "in", List.of(true, false))));
            Object value = field.equals("lang") ? "fr_FR" : List.of(List.of(6, 0, french));
            Object wizard = rpc.admin("base.language.install", "create", Map.of(field, value));

            rpc.admin("base.language.install", "lang_install", List.of(wizard));

            int partner = (Integer) rpc.admin("res.partner", "create", Map.of("name", "P", "lang", "fr_FR"));
            assertTrue(partner > 0);
        }
    }
}
