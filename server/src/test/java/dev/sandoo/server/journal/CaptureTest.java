package dev.sandoo.server.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CaptureTest {
    private static final int BUDGET = 64_000;

    private static Capture of(String model, String method) {
        return Capture.bounded(model, method, BUDGET);
    }

    @Test
    void valuesWithoutSecretsAreKeptAsTheyAre() {
        List<Object> args = List.of(List.of(1, 2), Map.of("name", "Ada", "signature", "<p>A</p>"));

        assertSame(args, of("res.users", "write").arguments("write", args));
    }

    @Test
    void secretsAreMaskedWhereverTheyStand() {
        Capture capture = of("res.users", "create");

        assertEquals(
                List.of(List.of(Map.of("login", "ada", "password", "***"))),
                capture.arguments("create", List.of(List.of(Map.of("login", "ada", "password", "s3cret")))));
        assertEquals(
                Map.of("context", Map.of("default_api_key", "***")),
                capture.named(Map.of("context", Map.of("default_api_key", "s3cret"))));
        assertEquals(
                List.of(List.of("access_token", "=", "***")),
                capture.value(List.of(List.of("access_token", "=", "s3cret"))));
        assertEquals(
                List.of(Map.of("id", 1, "key", "database.secret", "value", "***")),
                of("ir.config_parameter", "search_read")
                        .value(List.of(Map.of("id", 1, "key", "database.secret", "value", "s3cret"))));
    }

    @Test
    void methodsWhoseTextsAreSecretKeepNone() {
        assertEquals(
                List.of("***", "***"),
                of("res.users", "change_password").arguments("change_password", List.of("old", "new")));
        assertEquals("***", of("res.users.apikeys", "generate").value("0123abcd"));
        assertEquals(
                List.of("mail.api_token", "***"),
                of("ir.config_parameter", "set_param").arguments("set_param", List.of("mail.api_token", "s3cret")));
        assertEquals(
                List.of(List.of("login", "password"), List.of(List.of("ada", "***"))),
                of("res.users", "load")
                        .arguments("load", List.of(List.of("login", "password"), List.of(List.of("ada", "s3cret")))));
    }

    @Test
    void namesThatOnlySoundSecretAreShown() {
        Map<String, Object> values =
                Map.of("auth_signup_reset_password", true, "default_code", "A1", "key", "x", "passport_id", "P9");

        assertSame(values, of("product.product", "write").named(values));
    }

    @Test
    void anEmptyPasswordIsShownAsEmpty() {
        Map<String, Object> values = Map.of("password", "");

        assertSame(values, of("res.users", "write").named(values));
    }

    @Test
    void whatIsTooLargeIsCutAndSaysSo() {
        Capture capture = of("ir.attachment", "create");
        Object text = capture.value("a".repeat(10_000));
        Object list = capture.value(new ArrayList<>(Collections.nCopies(100_000, 7)));

        assertTrue(capture.isCut());
        assertEquals("a".repeat(4_000) + "… (10000 characters)", text);
        assertTrue(((List<?>) list).size() < 4_000);
        assertTrue(list.toString().endsWith(" more)]"));
        assertTrue(capture.bytes() <= BUDGET + 100, () -> capture.bytes() + " bytes");
    }

    @Test
    void aWholeCaptureCutsNothing() {
        Capture capture = Capture.whole("res.users", "write", secret -> Map.of("$secret", "s1"));
        List<Object> many = Collections.nCopies(100_000, 7);

        assertSame(many, capture.value(many));
        assertEquals(Map.of("password", Map.of("$secret", "s1")), capture.value(Map.of("password", "x")));
        assertFalse(capture.isCut());
    }
}
