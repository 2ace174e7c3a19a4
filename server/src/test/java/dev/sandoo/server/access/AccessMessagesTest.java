package dev.sandoo.server.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.FieldType;
import dev.sandoo.schema.load.SchemaLoader;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Texts as Odoo 19.0 and 14.0 answered them: recorded scenario {@code orm_access}, or asked of the servers the same way. */
class AccessMessagesTest {
    private final AccessMessages odoo19 = new AccessMessages(SchemaLoader.version("19.0"));
    private final AccessMessages odoo14 = new AccessMessages(SchemaLoader.version("14.0"));
    private final AccessTables tables = TestAccess.tables();
    private final Caller sales = TestAccess.caller(5, TestAccess.SALES);
    private final Caller portal = TestAccess.caller(6, TestAccess.PORTAL);

    @Test
    void modelNamesTheGroupsThatMay() {
        String text = "You are not allowed to access 'Lead' (crm.lead) records.\n\n"
                + "This operation is allowed for the following groups:\n"
                + "\t- Sales/Administrator\n\t- Sales/User: Own Documents Only\n\n"
                + "Contact your administrator to request access if necessary.";

        assertEquals(
                text, odoo19.model(tables, "crm.lead", "Lead", Operation.READ).getMessage());
        assertEquals(
                text, odoo14.model(tables, "crm.lead", "Lead", Operation.READ).getMessage());
    }

    @Test
    void modelThatNobodyMaySaysSo() {
        assertEquals(
                "You are not allowed to delete 'Qweb' (ir.qweb) records.\n\n"
                        + "No group currently allows this operation.\n\n"
                        + "Contact your administrator to request access if necessary.",
                odoo19.model(tables, "ir.qweb", "Qweb", Operation.UNLINK).getMessage());
    }

    @Test
    void fieldTellsItsGroupsToTheTechnical() {
        FieldDef cost = field("cost", "base.group_system");

        assertEquals(
                "You do not have enough rights to access the field \"cost\" on Product (product.template). "
                        + "Please contact your system administrator.\n\n"
                        + "Operation: read\nUser: 5\nGroups: allowed for groups 'Sales / Administrator'",
                odoo19.fields(sales, "product.template", "Product", Operation.READ, List.of(cost))
                        .getMessage());
        assertEquals(
                "You do not have enough rights to access the field \"cost\" on Product (product.template). "
                        + "Please contact your system administrator.\n\nOperation: read",
                odoo19.fields(portal, "product.template", "Product", Operation.READ, List.of(cost))
                        .getMessage());
    }

    @Test
    void earlierVersionListsEveryForbiddenField() {
        List<FieldDef> fields = List.of(field("b", "."), field("a", "base.group_system"));

        assertEquals(
                "The requested operation can not be completed due to security restrictions.\n\n"
                        + "Document type: Users (res.users)\nOperation: write\nUser: 5\nFields:\n"
                        + "- a (allowed for groups 'Sales / Administrator')\n- b (always forbidden)",
                odoo14.fields(sales, "res.users", "Users", Operation.WRITE, fields)
                        .getMessage());
        assertEquals(
                "You do not have enough rights to access the fields \"b,a\" on Users (res.users). "
                        + "Please contact your system administrator.\n\n(Operation: write)",
                odoo14.fields(portal, "res.users", "Users", Operation.WRITE, fields)
                        .getMessage());
    }

    @Test
    void ruleOfLaterVersionHintsAtCompanies() {
        String text = "Uh-oh! Looks like you have stumbled upon some top-secret records.\n\n"
                + "Sorry, Joe (id=5) doesn't have 'read' access to:\n- Lead (crm.lead)\n\n"
                + "If you really, really need access, perhaps you can win over your friendly administrator "
                + "with a batch of freshly baked cookies.";

        assertEquals(text, rule19(TestAccess.OWN, Map.of(1, "One")));
        assertEquals(text, rule19(TestAccess.EVERYONE, Map.of()));
        assertEquals(
                text + "\n\nThis seems to be a multi-company issue, you might be able to access the record by "
                        + "switching to the company: One.",
                rule19(TestAccess.EVERYONE, Map.of(1, "One")));
        assertEquals(
                text + "\n\nThis seems to be a multi-company issue, but you do not have access to the proper "
                        + "company to access the record anyhow.",
                rule19(TestAccess.EVERYONE, Map.of(9, "Nine")));
        assertEquals(
                text + "\n\nNote: this might be a multi-company issue. Switching company may help - in Odoo, "
                        + "not in real life!",
                rule19(TestAccess.EVERYONE, Map.of(1, "One", 9, "Nine")));
    }

    @Test
    void ruleOfEarlierVersionNamesRulesAndRecordsToInternalUsers() {
        assertEquals(
                "Due to security restrictions, you are not allowed to access 'Lead' (crm.lead) records.\n\n"
                        + "Records: L1 (id=1), L2 (id=2), L3 (id=3), L4 (id=4), L5 (id=5), L6 (id=6)\n"
                        + "User: Joe (id=5)\n\n"
                        + "This restriction is due to the following rules:\n- own\n- company\n\n"
                        + "Note: this might be a multi-company issue.\n\n"
                        + "Contact your administrator to request access if necessary.",
                odoo14.records(sales, refused(8, List.of(TestAccess.OWN, TestAccess.EVERYONE), Map.of()))
                        .getMessage());
        assertEquals(
                "Due to security restrictions, you are not allowed to access 'Lead' (crm.lead) records.\n\n"
                        + "Contact your administrator to request access if necessary.",
                odoo14.records(portal, refused(8, List.of(TestAccess.EVERYONE), Map.of()))
                        .getMessage());
    }

    private String rule19(Rule rule, Map<Integer, String> companies) {
        return odoo19.records(sales, refused(1, List.of(rule), companies)).getMessage();
    }

    private static RefusedRecords refused(int count, List<Rule> rules, Map<Integer, String> companies) {
        List<RefusedRecords.Name> names = IntStream.rangeClosed(1, count)
                .mapToObj(id -> new RefusedRecords.Name(id, "L" + id))
                .toList();
        return new RefusedRecords("crm.lead", "Lead", Operation.READ, names, rules, companies);
    }

    private static FieldDef field(String name, String... groups) {
        return FieldDef.builder(name, FieldType.CHAR).groups(List.of(groups)).build();
    }
}
