package dev.sandoo.server.addons.base;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sandoo.server.TestModels;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of what people type about a contact. Source: answers of both versions over XML-RPC. */
class PartnerDetailsIT {
    private static final String PARTNER = "res.partner";

    private TestModels models;

    @AfterEach
    void close() {
        models.close();
    }

    private int create(String model, Map<String, ?> values) {
        return (Integer) models.call(model, "create", List.of(values), Map.of());
    }

    private Object read(String model, int id, String field) {
        List<?> rows = (List<?>) models.call(model, "read", List.of(List.of(id), List.of(field)), Map.of("load", ""));
        return ((Map<?, ?>) rows.get(0)).get(field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"19.0", "14.0"})
    void websitesGetAScheme(String version) {
        models = new TestModels(version);
        Map<String, String> completed = Map.of(
                "example.com/shop", "http://example.com/shop",
                "//x.y/z", "http://x.y/z",
                "#frag", "http:#frag",
                "https://x.org", "https://x.org",
                "mailto:x", "mailto:x");
        completed.forEach((typed, kept) ->
                assertEquals(kept, read(PARTNER, create(PARTNER, Map.of("name", "w", "website", typed)), "website")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"19.0", "14.0"})
    void aSecondContactWithTheSameTaxIdIsPointedOut(String version) {
        models = new TestModels(version);
        int first = create(PARTNER, Map.of("name", "First", "vat", "BE0477472701"));
        int second = create(PARTNER, Map.of("name", "Second", "vat", "BE0477472701"));
        int child = create(PARTNER, Map.of("name", "Child", "vat", "BE0477472701", "parent_id", first));

        assertEquals(second, read(PARTNER, first, "same_vat_partner_id"));
        assertEquals(first, ((Integer) read(PARTNER, second, "same_vat_partner_id")).intValue());
        assertEquals(false, read(PARTNER, child, "same_vat_partner_id"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"19.0", "14.0"})
    void aContactsCompanyIsMadeOfItsName(String version) {
        models = new TestModels(version);
        int contact = create(PARTNER, Map.of("name", "Ivy", "company_name", "Ivy Ltd", "street", "1 Ivy"));

        assertEquals(true, models.call(PARTNER, "create_company", List.of(List.of(contact)), Map.of()));

        int company = (Integer) read(PARTNER, contact, "parent_id");
        assertEquals("Ivy Ltd", read(PARTNER, company, "name"));
        assertEquals("1 Ivy", read(PARTNER, company, "street"));
        assertEquals(true, read(PARTNER, company, "is_company"));
        assertEquals(false, read(PARTNER, contact, "company_name"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"19.0", "14.0"})
    void namesAreQuotedAroundAddresses(String version) {
        models = new TestModels(version);
        int known = create(PARTNER, Map.of("name", "Nm \"q\"", "email", "a@b.c"));
        int wrong = create(PARTNER, Map.of("name", "Nm", "email", "not an address"));

        assertEquals("\"Nm \\\"q\\\"\" <a@b.c>", read(PARTNER, known, "email_formatted"));
        assertEquals("\"Nm\" <@not an address>", read(PARTNER, wrong, "email_formatted"));
    }

    @Test
    void bankAccountsAreCalledByNumberAndBankAndFollowTheirHolder() {
        models = new TestModels("19.0");
        int holder = create(PARTNER, Map.of("name", "Holder"));
        int bank = create("res.bank", Map.of("name", "Bank"));
        int account =
                create("res.partner.bank", Map.of("acc_number", "be 12-34", "partner_id", holder, "bank_id", bank));

        assertEquals("be 12-34 - Bank", read("res.partner.bank", account, "display_name"));
        models.call(PARTNER, "write", List.of(List.of(holder), Map.of("name", "Renamed")), Map.of());
        assertEquals("Renamed", read("res.partner.bank", account, "acc_holder_name"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"19.0", "14.0"})
    void htmlHasOneShape(String version) {
        models = new TestModels(version);
        int task = create("project.task", Map.of("name", "t", "description", "<div><p>x</p></div>"));
        assertEquals(
                version.equals("14.0") ? "<p>x</p>" : "<div><p>x</p></div>", read("project.task", task, "description"));
    }
}
