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
            installFrench(rpc, field);

            int partner = (Integer) rpc.admin("res.partner", "create", Map.of("name", "P", "lang", "fr_FR"));
            assertTrue(partner > 0);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"19.0", "14.0"})
    void countriesHaveTheirNamesInALanguageThatWasInstalled(String version) {
        try (TestRpc rpc = new TestRpc(version)) {
            installFrench(rpc, version.equals("19.0") ? "lang_ids" : "lang");

            Object germany = rpc.executeKw(
                    TestRpc.ADMIN,
                    "admin",
                    "res.country",
                    "search_read",
                    List.of(List.of(List.of("code", "=", "DE")), List.of("name")),
                    Map.of("context", Map.of("lang", "fr_FR")));

            assertTrue(germany.toString().contains("name=Allemagne"), germany.toString());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "19.0 | USER: Those modules cannot be uninstalled: base",
                "14.0 | USER: The `base` module cannot be uninstalled"
            })
    void modulesStayWhereTheyAre(String version, String refused) {
        try (TestRpc rpc = new TestRpc(version)) {
            assertEquals(
                    refused,
                    TestRpc.refusal(
                            () -> rpc.admin("ir.module.module", "button_immediate_uninstall", module(rpc, "base"))));
            assertEquals(
                    "NOT_EMULATED: Sandoo removes no modules: sale stays installed",
                    TestRpc.refusal(() -> rpc.admin("ir.module.module", "button_uninstall", module(rpc, "sale"))));
            assertEquals(
                    "USER: You are trying to remove a module that is installed or will be installed.",
                    TestRpc.refusal(() -> rpc.admin("ir.module.module", "unlink", module(rpc, "sale"))));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"19.0", "14.0"})
    void reportsOfAModuleAreListed(String version) {
        try (TestRpc rpc = new TestRpc(version)) {
            Object sale = rpc.admin("ir.module.module", "read", module(rpc, "sale"), List.of("reports_by_module"));

            assertTrue(sale.toString().contains("PRO-FORMA Invoice"), sale.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"19.0", "14.0"})
    void scheduledActionIsRunByHand(String version) {
        try (TestRpc rpc = new TestRpc(version)) {
            Object done = rpc.admin("ir.cron", "method_direct_trigger", List.of(1));

            assertEquals(true, done);
            assertTrue(rpc.admin("ir.cron", "read", List.of(1), List.of("lastcall"))
                    .toString()
                    .contains("lastcall=20"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"19.0", "14.0"})
    void settingGivesAGroupToEverybodyInHouse(String version) {
        try (TestRpc rpc = new TestRpc(version)) {
            Object form = rpc.admin("res.config.settings", "create", Map.of("group_uom", true));

            Object answer = rpc.admin("res.config.settings", "execute", List.of(form));

            assertEquals(Map.of("type", "ir.actions.client", "tag", "reload"), answer);
            assertEquals(
                    Map.of("group_uom", true), rpc.admin("res.config.settings", "default_get", List.of("group_uom")));
            assertTrue(rpc.admin("res.groups", "read", List.of(rpc.idOf("base.group_user")), List.of("implied_ids"))
                    .toString()
                    .contains(String.valueOf(rpc.idOf("uom.group_uom"))));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"19.0", "14.0"})
    void settingIsKeptAsAParameter(String version) {
        try (TestRpc rpc = new TestRpc(version)) {
            Object form = rpc.admin("res.config.settings", "create", Map.of("auth_signup_uninvited", "b2b"));

            rpc.admin("res.config.settings", "execute", List.of(form));

            assertEquals("b2b", rpc.admin("ir.config_parameter", "get_param", "auth_signup.invitation_scope"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"19.0", "14.0"})
    void settingThatWantsAnotherModuleIsRefused(String version) {
        try (TestRpc rpc = new TestRpc(version)) {
            Object form = rpc.admin("res.config.settings", "create", Map.of("module_voip", true));

            String refusal = TestRpc.refusal(() -> rpc.admin("res.config.settings", "execute", List.of(form)));

            assertTrue(
                    refusal.startsWith("NOT_EMULATED: Sandoo can neither install nor remove the module voip"), refusal);
        }
    }

    private static void installFrench(TestRpc rpc, String field) {
        Object french = rpc.admin(
                "res.lang",
                "search",
                List.of(List.of("code", "=", "fr_FR"), List.of("active", "in", List.of(true, false))));
        Object value = field.equals("lang") ? "fr_FR" : List.of(List.of(6, 0, french));
        Object wizard = rpc.admin("base.language.install", "create", Map.of(field, value));
        rpc.admin("base.language.install", "lang_install", List.of(wizard));
    }

    private static Object module(TestRpc rpc, String name) {
        return rpc.admin("ir.module.module", "search", List.of(List.of("name", "=", name)));
    }
}
