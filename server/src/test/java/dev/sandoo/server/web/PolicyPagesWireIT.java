package dev.sandoo.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sandoo.server.TestSandoo;
import dev.sandoo.server.web.TestUsers.Person;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages of key policies, as an administrator and as somebody who is none. */
class PolicyPagesWireIT {
    private static Visitor administrator(String version) {
        Visitor visitor = new Visitor(TestSandoo.of(version).url());
        visitor.login("admin", "admin");
        return visitor;
    }

    @ParameterizedTest
    @ValueSource(strings = {"14.0", "19.0"})
    void aPolicyIsWrittenCorrectedAndChanged(String version) {
        Visitor visitor = administrator(version);
        visitor.get("/my/security/policies/new");

        HttpResponse<String> wrong = visitor.post(
                "/my/security/policies/new",
                Map.of("name", "page-form", "document", "models:\r\n  crm.laed: [read]\r\n"));
        assertEquals(422, wrong.statusCode());
        assertTrue(
                wrong.body().contains("line 2, models.crm.laed: there is no model crm.laed; did you mean crm.lead?"));
        assertTrue(wrong.body().contains("crm.laed: [read]"), "what was written is not lost");

        HttpResponse<String> made = visitor.post(
                "/my/security/policies/new",
                Map.of("name", "page-form", "document", "models:\r\n  crm.lead: [read]\r\n"));
        assertEquals(303, made.statusCode());
        String path = made.headers().firstValue("Location").orElseThrow().split("\\?")[0];
        String shown = visitor.get(path).body();
        assertTrue(shown.contains("crm.lead: [read]"), shown);
        visitor.post(path, Map.of("name", "page-form", "document", "models: {crm.stage: [read]}", "active", "1"));
        String changed = visitor.get(path).body();
        assertTrue(changed.contains("crm.stage: [read]") && changed.contains("crm.lead: [read]"), "with its versions");
        assertTrue(visitor.get("/my/security/policies").body().contains(">page-form</a>"));
        String explained = visitor.get("/my/security/policies?key=999999&model=crm.lead&method=read&fields=")
                .body();
        assertTrue(explained.contains("There is no API key 999999."), explained);
    }

    @Test
    void othersAreRefused() {
        Person person = new TestUsers("19.0").employee();
        Visitor visitor = new Visitor(TestSandoo.of("19.0").url());
        visitor.login(person.login(), person.password());

        assertEquals(403, visitor.get("/my/security/policies").statusCode());
        assertEquals(403, visitor.get("/my/security/policies/new").statusCode());
    }

    @Test
    void strangersAreLedToTheLogin() {
        Visitor visitor = new Visitor(TestSandoo.of("19.0").url());

        assertTrue(visitor.get("/my/security/policies")
                .headers()
                .firstValue("Location")
                .orElse("")
                .contains("/web/login"));
    }
}
