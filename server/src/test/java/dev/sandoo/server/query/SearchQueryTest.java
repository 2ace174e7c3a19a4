package dev.sandoo.server.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.Operator;
import dev.sandoo.server.error.OdooError;
import dev.sandoo.server.sql.SqlFragment;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expectations on errors are recorded from real servers: scenarios {@code order-*} and {@code limit-odd} of orm_search. */
class SearchQueryTest {
    private static final Condition ONE = Condition.term("id", Operator.EQUALS, 1);

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            value = {
                "19.0 @ name desc, id @ p.name DESC, p.id",
                "19.0 @ ref nulls first @ p.ref NULLS FIRST, p.id",
                "19.0 @ active @ COALESCE(p.active, FALSE), p.id",
                "19.0 @ country_id.id desc @ p.country_id DESC, p.id",
                "19.0 @ color, color desc, id @ p.color, p.id",
                "14.0 @ name desc @ p.name DESC, p.id",
                "14.0 @ tz_offset @ p.id",
            })
    void ordersBecomeSqlAndEndWithTheId(String version, String order, String sql) {
        Ordering ordering = order(version, order);

        assertEquals(sql, plain(ordering.terms()));
    }

    @Test
    void aMany2oneSortsAsItsModelAndTurnsAroundWithIt() {
        Ordering ordering = order("19.0", "parent_id desc");

        assertEquals("res_partner_1.complete_name DESC, res_partner_1.id, p.id", plain(ordering.terms()));
        assertEquals(
                " LEFT JOIN p res_partner_1 ON p.parent_id = res_partner_1.id",
                plain(ordering.joins().get(0)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            value = {
                "19.0 @ nope @ Invalid field 'nope' on model 'res.partner'",
                "14.0 @ nope @ Invalid field 'nope' on model 'res.partner'",
                "19.0 @ child_ids @ Cannot convert res.partner.child_ids to SQL because it is not stored",
                "19.0 @ country_id.name @ Invalid field property 'name' on res.partner.country_id",
                "14.0 @ id,,name @ list index out of range",
            })
    void anOrderThatCannotBeIsRefused(String version, String order, String message) {
        OdooError error = assertThrows(OdooError.class, () -> order(version, order));

        assertEquals(message, error.getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            value = {
                "19.0 @ id; drop table x",
                "19.0 @ id,",
                "19.0 @ (select 1)",
                "14.0 @ ref nulls first",
                "14.0 @ random()"
            })
    void whatIsNoOrderIsRefused(String version, String order) {
        OdooError error = assertThrows(OdooError.class, () -> order(version, order));

        assertEquals(
                "Invalid \"order\" specified (" + order
                        + "). A valid \"order\" specification is a comma-separated list of"
                        + " valid field names (optionally followed by asc/desc for the direction)",
                error.getMessage());
    }

    @Test
    void pagesFollowTheVersionsArithmetic() {
        assertEquals(List.of(1, 2L, 3L), parameters("19.0", new Page("id", 1.5, 3)));
        assertEquals(List.of(1, 1L), parameters("14.0", new Page("id", 1.5, 0)));
        assertEquals(List.of(1), parameters("19.0", new Page("id", 0, false)));
        assertEquals(
                "%d format: a number is required, not str",
                assertThrows(OdooError.class, () -> parameters("14.0", new Page("id", "2", 0)))
                        .getMessage());
    }

    @Test
    void nobodyLooksAtTheOrderOfNothing() {
        FakeContext context = FakeContext.of("19.0");

        Select found = new SearchQuery(context)
                .search(Condition.FALSE, context.model("res.partner").orElseThrow(), new Page("no order;", -1, 0));

        assertEquals(
                "SELECT \"res_partner\".\"id\" FROM \"res_partner\" WHERE FALSE",
                found.ids().text());
    }

    @Test
    void countingStopsAtTheLimit() {
        FakeContext context = FakeContext.of("19.0").withoutActiveTest();
        Select counted = new SearchQuery(context)
                .counted(ONE, context.model("res.partner").orElseThrow(), 2);

        assertEquals(
                "SELECT count(*) FROM (SELECT 1 FROM \"res_partner\" WHERE \"res_partner\".\"id\" = ? LIMIT ?) counted",
                counted.count().text());
    }

    private static List<Object> parameters(String version, Page page) {
        FakeContext context = FakeContext.of(version).withoutActiveTest();
        return new SearchQuery(context)
                .search(ONE, context.model("res.partner").orElseThrow(), page)
                .ids()
                .parameters();
    }

    private static Ordering order(String version, String order) {
        FakeContext context = FakeContext.of(version);
        return new OrderCompiler(context)
                .compile(order, context.model("res.partner").orElseThrow(), "res_partner");
    }

    private static String plain(SqlFragment sql) {
        return sql.text().replace("\"res_partner\"", "p").replace("\"", "");
    }
}
