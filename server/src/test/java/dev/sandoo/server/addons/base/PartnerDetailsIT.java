package dev.sandoo.server.addons.base;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sandoo.server.addons.TestCalls;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of what people type about a contact. Source: answers of both versions over XML-RPC. */
class PartnerDetailsIT {
    private static final String PARTNER = "res.partner";

    @AutoClose
    private TestCalls models;

    @ParameterizedTest
    @ValueSource(strings = {"19.0", "14.0"})
    void websitesGetAScheme(String version) {
        models = new TestCalls(version);
        Map<String, String> completed = Map.of(
                "example.com/shop", "http://example.com/shop",
                "//x.y/z", "http://x.y/z",
                "#frag", "http:#frag",
                "https://x.org", "https://x.org",
                "mailto:x", "mailto:x");
        completed.forEach((typed, kept) -> assertEquals(
                kept, models.get(PARTNER, models.create(PARTNER, Map.of("name", "w", "website", typed)), "website")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"19.0", "14.0"})
    void aSecondContactWithTheSameTaxIdIsPointedOut(String version) {
        models = new TestCalls(version);
        int first = models.create(PARTNER, Map.of("name", "First", "vat", "BE0477472701"));
        int second = models.create(PARTNER, Map.of("name", "Second", "vat", "BE0477472701"));
        int child = models.create(PARTNER, Map.of("name", "Child", "vat", "BE0477472701", "parent_id", first));

        assertEquals(second, models.get(PARTNER, first, "same_vat_partner_id"));
        assertEquals(first, ((Integer) models.get(PARTNER, second, "same_vat_partner_id")).intValue());
        assertEquals(false, models.get(PARTNER, child, "same_vat_partner_id"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"19.0", "14.0"})
    void aContactsCompanyIsMadeOfItsName(String version) {
        models = new TestCalls(version);
        int contact = models.create(PARTNER, Map.of("name", "Ivy", "company_name", "Ivy Ltd", "street", "1 Ivy"));

        assertEquals(true, models.call(PARTNER, "create_company", List.of(List.of(contact)), Map.of()));

        int company = (Integer) models.get(PARTNER, contact, "parent_id");
        assertEquals("Ivy Ltd", models.get(PARTNER, company, "name"));
        assertEquals("1 Ivy", models.get(PARTNER, company, "street"));
        assertEquals(true, models.get(PARTNER, company, "is_company"));
        assertEquals(false, models.get(PARTNER, contact, "company_name"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"19.0", "14.0"})
    void namesAreQuotedAroundAddresses(String version) {
        models = new TestCalls(version);
        int known = models.create(PARTNER, Map.of("name", "Nm \"q\"", "email", "a@b.c"));
        int wrong = models.create(PARTNER, Map.of("name", "Nm", "email", "not an address"));

        assertEquals("\"Nm \\\"q\\\"\" <a@b.c>", models.get(PARTNER, known, "email_formatted"));
        assertEquals("\"Nm\" <@not an address>", models.get(PARTNER, wrong, "email_formatted"));
    }

    @Test
    void bankAccountsAreCalledByNumberAndBankAndFollowTheirHolder() {
        models = new TestCalls("19.0");
        int holder = models.create(PARTNER, Map.of("name", "Holder"));
        int bank = models.create("res.bank", Map.of("name", "Bank"));
        int account = models.create(
                "res.partner.bank", Map.of("acc_number", "be 12-34", "partner_id", holder, "bank_id", bank));

        assertEquals("be 12-34 - Bank", models.get("res.partner.bank", account, "display_name"));
        models.call(PARTNER, "write", List.of(List.of(holder), Map.of("name", "Renamed")), Map.of());
        assertEquals("Renamed", models.get("res.partner.bank", account, "acc_holder_name"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"19.0", "14.0"})
    void htmlHasOneShape(String version) {
        models = new TestCalls(version);
        int task = models.create("project.task", Map.of("name", "t", "description", "<div><p>x</p></div>"));
        assertEquals(
                version.equals("14.0") ? "<p>x</p>" : "<div><p>x</p></div>",
                models.get("project.task", task, "description"));
    }
}
