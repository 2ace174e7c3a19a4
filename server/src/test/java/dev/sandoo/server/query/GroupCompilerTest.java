package dev.sandoo.server.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.Operator;
import dev.sandoo.server.error.OdooError;
import dev.sandoo.server.sql.SqlFragment;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The SQL of groups: text and parameters. */
class GroupCompilerTest {
    private static final SqlFragment WHERE = SqlFragment.of("\"res_partner\".\"id\" > ?", 7);

    private final GroupCompiler partners = compiler(FakeContext.of("19.0"), "res.partner");

    private static GroupCompiler compiler(FakeContext context, String model) {
        return new GroupCompiler(context, context.model(model).orElseThrow(), DayOfWeek.SUNDAY);
    }

    private static SqlFragment statement(GroupCompiler compiler, Page page) {
        return compiler.statement(WHERE, SqlFragment.EMPTY, page);
    }

    private static String text(GroupCompiler compiler) {
        return statement(compiler, Page.ALL).text();
    }

    @Test
    void groupsAndOrderStandAsNumbersOfColumns() {
        partners.group(GroupSpec.parse("ref"));
        partners.aggregate("color:sum");
        partners.aggregate("__count");
        partners.order(GroupOrder.of("ref"));

        SqlFragment statement = statement(partners, new Page(false, 2, 1));

        assertEquals(
                "SELECT \"res_partner\".\"ref\", SUM(\"res_partner\".\"color\"), COUNT(*) FROM \"res_partner\""
                        + " WHERE \"res_partner\".\"id\" > ? GROUP BY 1 ORDER BY 1 LIMIT ? OFFSET ?",
                statement.text());
        assertEquals(List.of(7, 2L, 1L), statement.parameters());
    }

    @Test
    void booleansThatAreMissingAreFalse() {
        partners.group(GroupSpec.parse("is_company"));

        assertEquals(
                "SELECT COALESCE(\"res_partner\".\"is_company\", FALSE) FROM \"res_partner\""
                        + " WHERE \"res_partner\".\"id\" > ? GROUP BY 1 ORDER BY 1",
                text(partners));
    }

    @Test
    void many2oneIsOrderedAsItsModelIs() {
        partners.group(GroupSpec.parse("country_id"));
        partners.order(new GroupOrder("country_id", true, Optional.empty()));

        assertEquals(
                "SELECT \"res_partner\".\"country_id\", (\"res_country_1\".\"name\"->>'en_US'), \"res_country_1\".\"id\""
                        + " FROM \"res_partner\""
                        + " LEFT JOIN \"res_country\" \"res_country_1\""
                        + " ON \"res_partner\".\"country_id\" = \"res_country_1\".\"id\""
                        + " WHERE \"res_partner\".\"id\" > ? GROUP BY 1, 3 ORDER BY 2 DESC, 3 DESC, 1",
                text(partners));
    }

    @Test
    void pathJoinsWhatItLeadsThrough() {
        GroupColumn column = partners.group(GroupSpec.parse("country_id.currency_id"));

        assertEquals(List.of("country_id"), column.way());
        assertEquals(
                "SELECT \"res_country_1\".\"currency_id\" FROM \"res_partner\""
                        + " LEFT JOIN \"res_country\" \"res_country_1\""
                        + " ON \"res_partner\".\"country_id\" = \"res_country_1\".\"id\""
                        + " WHERE \"res_partner\".\"id\" > ? GROUP BY 1 ORDER BY 1",
                text(partners));
    }

    @Test
    void many2manyJoinsItsTableAndHidesWhatRulesHide() {
        FakeContext context = FakeContext.of("19.0")
                .withRule("res.partner.category", Condition.term("active", Operator.EQUALS, true));
        GroupCompiler compiler = compiler(context, "res.partner");

        compiler.group(GroupSpec.parse("category_id"));

        assertEquals(
                "SELECT \"res_partner_res_partner_category_rel_1\".\"category_id\" FROM \"res_partner\""
                        + " LEFT JOIN \"res_partner_res_partner_category_rel\" \"res_partner_res_partner_category_rel_1\""
                        + " ON \"res_partner_res_partner_category_rel_1\".\"partner_id\" = \"res_partner\".\"id\""
                        + " AND EXISTS (SELECT FROM \"res_partner_category\" \"res_partner_category_2\""
                        + " WHERE (\"res_partner_category_2\".\"id\" ="
                        + " \"res_partner_res_partner_category_rel_1\".\"category_id\""
                        + " AND \"res_partner_category_2\".\"active\" IS TRUE))"
                        + " WHERE \"res_partner\".\"id\" > ? GROUP BY 1 ORDER BY 1",
                text(compiler));
    }

    @Test
    void momentsAreCutOnTheCallersClock() {
        GroupCompiler compiler = compiler(FakeContext.of("19.0").withTimeZone("Asia/Tokyo"), "res.partner");

        GroupColumn column = compiler.group(GroupSpec.parse("create_date:month"));

        assertEquals(DateSpan.MONTH, column.span().orElseThrow());
        SqlFragment statement = statement(compiler, Page.ALL);
        assertEquals(
                "SELECT date_trunc('month', timezone(?, timezone('UTC', \"res_partner\".\"create_date\")))"
                        + " FROM \"res_partner\" WHERE \"res_partner\".\"id\" > ? GROUP BY 1 ORDER BY 1",
                statement.text());
        assertEquals(List.of("Asia/Tokyo", 7), statement.parameters());
    }

    @Test
    void weeksBeginOnTheGivenDay() {
        GroupCompiler leads = compiler(FakeContext.of("19.0"), "crm.lead");

        leads.group(GroupSpec.parse("date_deadline:week"));

        assertEquals(
                "SELECT (date_trunc('week', \"crm_lead\".\"date_deadline\"::timestamp + INTERVAL '1 DAY')"
                        + " - INTERVAL '1 DAY')::date FROM \"crm_lead\""
                        + " WHERE \"res_partner\".\"id\" > ? GROUP BY 1 ORDER BY 1",
                text(leads));
    }

    @Test
    void partsOfDatesAreNumbers() {
        GroupColumn column = partners.group(GroupSpec.parse("create_date:month_number"));

        assertEquals(true, column.isDatePart());
        assertEquals(
                "SELECT date_part('month', \"res_partner\".\"create_date\") FROM \"res_partner\""
                        + " WHERE \"res_partner\".\"id\" > ? GROUP BY 1 ORDER BY 1",
                text(partners));
    }

    @Test
    void listsFollowTheOrderOfRecords() {
        partners.aggregate("name:array_agg");
        partners.aggregate("color:count_distinct");

        assertEquals(
                "SELECT ARRAY_AGG(\"res_partner\".\"name\" ORDER BY \"res_partner\".\"id\"),"
                        + " COUNT(DISTINCT \"res_partner\".\"color\") FROM \"res_partner\""
                        + " WHERE \"res_partner\".\"id\" > ?",
                text(partners));
    }

    @Test
    void conditionsOnGroupsAreBound() {
        partners.group(GroupSpec.parse("ref"));
        SqlFragment having =
                Having.compile(List.of("|", List.of("__count", "=", 3), List.of("color:max", "!=", 1)), partners);

        SqlFragment statement = partners.statement(WHERE, having, Page.ALL);

        assertEquals(
                "SELECT \"res_partner\".\"ref\" FROM \"res_partner\" WHERE \"res_partner\".\"id\" > ? GROUP BY 1"
                        + " HAVING (COUNT(*) = ? OR MAX(\"res_partner\".\"color\") <> ?) ORDER BY 1",
                statement.text());
        assertEquals(List.of(7, 3, 1), statement.parameters());
    }

    @Test
    void orderByAnAggregateThatIsNotAskedForIsAllowed() {
        partners.group(GroupSpec.parse("ref"));
        GroupOrder.parse("color:max desc, ref").forEach(partners::order);

        assertEquals(
                "SELECT \"res_partner\".\"ref\", MAX(\"res_partner\".\"color\") FROM \"res_partner\""
                        + " WHERE \"res_partner\".\"id\" > ? GROUP BY 1 ORDER BY 2 DESC, 1",
                text(partners));
    }

    /** Source: recorded answers, 19.0, groupby-wrong, aggregates-wrong and order of orm_group. */
    @Test
    void whatMakesNoSenseIsRefusedInOdoosWords() {
        refuses("Invalid field 'nope' on model 'res.partner'", () -> partners.group(GroupSpec.parse("nope")));
        refuses(
                "Cannot convert res.partner.child_ids to SQL because it is not stored",
                () -> partners.group(GroupSpec.parse("child_ids")));
        refuses(
                "Granularity set on a no-datetime field or property: 'ref:month'",
                () -> partners.group(GroupSpec.parse("ref:month")));
        refuses(
                "Granularity not set on a date(time) field: 'create_date'",
                () -> partners.group(GroupSpec.parse("create_date")));
        refuses(
                "Granularity specification isn't correct: 'nope'",
                () -> partners.group(GroupSpec.parse("create_date:nope")));
        refuses(
                "Only many2one path is accepted for the 'id.name' groupby spec",
                () -> partners.group(GroupSpec.parse("id.name")));
        refuses("Aggregate method is mandatory for 'color'", () -> partners.aggregate("color"));
        refuses("Invalid aggregate method 'nope' for 'color:nope'.", () -> partners.aggregate("color:nope"));
        refuses("Invalid field 'nope' on model 'res.partner' for 'nope:sum'.", () -> partners.aggregate("nope:sum"));
        refuses(
                "Order term 'city' is not a valid aggregate nor valid groupby",
                () -> partners.order(GroupOrder.of("city")));
        refuses("Invalid order 'ref; drop' for _read_group()", () -> GroupOrder.parse("ref; drop"));
    }

    private static void refuses(String message, Runnable attempt) {
        assertEquals(message, assertThrows(OdooError.class, attempt::run).getMessage());
    }
}
