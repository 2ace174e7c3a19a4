package dev.sandoo.server.orm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sandoo.server.error.OdooError;
import dev.sandoo.server.rpc.TestRpc;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Groups of records as both versions tell them. Source: recorded scenarios, orm_group. */
class GroupingIT {
    /** What both versions' tests share: three contacts, two of them with the same reference. */
    abstract static class Contacts {
        final TestRpc rpc;
        final List<?> ids;

        Contacts(String version) {
            rpc = new TestRpc(version);
            ids = (List<?>) rpc.admin(
                    "res.partner",
                    "create",
                    List.of(
                            Map.of("name", "a", "ref", "x", "color", 2, "is_company", true),
                            Map.of("name", "b", "ref", "x", "color", 3),
                            Map.of("name", "c", "color", 4)));
        }

        List<Object> within() {
            return List.of(List.of("id", "in", ids));
        }

        Object call(String method, List<Object> args, Map<String, Object> kwargs) {
            return rpc.executeKw(TestRpc.ADMIN, "admin", "res.partner", method, args, kwargs);
        }

        static Map<String, Object> bar(String... values) {
            Map<String, Object> colors = new HashMap<>();
            for (String value : values) {
                colors.put(value, "success");
            }
            return Map.of("field", "color", "colors", colors);
        }

        @AfterEach
        void close() {
            rpc.close();
        }
    }

    @Nested
    class In19 extends Contacts {
        In19() {
            super("19.0");
        }

        @Test
        void oneStatementMayAnswerSeveralQuestions() {
            List<Object> domain = within();
            for (List<Object> by : List.<List<Object>>of(List.of("ref"), List.of("ref", "ref"), List.of("ref"))) {
                List<?> groups = (List<?>) call("read_group", List.of(domain, List.of(), by), Map.of("lazy", false));
                assertEquals(
                        List.of("x", false),
                        groups.stream()
                                .map(group -> ((Map<?, ?>) group).get("ref"))
                                .toList());
            }
        }

        @Test
        void lazyGroupsCountUnderTheFieldsName() {
            Object groups = call("read_group", List.of(within(), List.of("color"), List.of("ref", "name")), Map.of());

            Map<String, Object> context = Map.of("group_by", List.of("name"));
            assertEquals(
                    List.of(
                            Map.of(
                                    "ref",
                                    "x",
                                    "ref_count",
                                    2,
                                    "color",
                                    5,
                                    "__domain",
                                    List.of("&", List.of("id", "in", ids), List.of("ref", "=", "x")),
                                    "__context",
                                    context),
                            Map.of(
                                    "ref",
                                    false,
                                    "ref_count",
                                    1,
                                    "color",
                                    4,
                                    "__domain",
                                    List.of("&", List.of("id", "in", ids), List.of("ref", "=", false)),
                                    "__context",
                                    context)),
                    groups);
        }

        @Test
        void formattedGroupsKeepTheNamesThatAskedForThem() {
            Object groups = call(
                    "formatted_read_group",
                    List.of(within()),
                    Map.of(
                            "groupby", List.of("is_company"),
                            "aggregates", List.of("color:max", "__count"),
                            "having", List.of(List.of("__count", ">", 1))));

            assertEquals(
                    List.of(Map.of(
                            "is_company",
                            false,
                            "__extra_domain",
                            List.of(List.of("is_company", "=", false)),
                            "color:max",
                            4,
                            "__count",
                            2)),
                    groups);
        }

        @Test
        void stagesShowWhenTheyAreEmpty() {
            Object groups = rpc.admin(
                    "crm.lead", "read_group", List.of(List.of("id", "=", -1)), List.of("color"), List.of("stage_id"));

            Map<?, ?> first = (Map<?, ?>) ((List<?>) groups).get(0);
            assertEquals(List.of(1, "New"), first.get("stage_id"));
            assertEquals(0, first.get("stage_id_count"));
            assertEquals(false, first.get("color"));
            assertEquals(false, first.get("__fold"));
        }

        @Test
        void emptyMonthsAreFilledOnRequest() {
            Object groups = rpc.executeKw(
                    TestRpc.ADMIN,
                    "admin",
                    "crm.lead",
                    "formatted_read_group",
                    List.of(List.of(List.of("id", "=", -1)), List.of("date_deadline:quarter"), List.of("__count")),
                    Map.of(
                            "context",
                            Map.of("fill_temporal", Map.of("fill_from", "2024-01-01", "fill_to", "2024-08-01"))));

            assertEquals(
                    List.of("Q1 2024", "Q2 2024", "Q3 2024"),
                    ((List<?>) groups)
                            .stream()
                                    .map(group -> ((List<?>) ((Map<?, ?>) group).get("date_deadline:quarter")).get(1))
                                    .toList());
        }

        @Test
        void barsShowOnlyGroupsWithAValueAskedFor() {
            Object bars = call("read_progress_bar", List.of(within(), "color", bar("2", "x")), Map.of());
            Object none = call("read_progress_bar", List.of(within(), "color", bar("9")), Map.of());

            assertEquals(Map.of("2", Map.of("2", 1, "x", 0)), bars);
            assertEquals(Map.of(), none);
        }

        @Test
        void fieldsWithoutAValueInSqlSayWhy() {
            assertEquals("Group by non-stored many2many field: 'message_partner_ids'", refusal("message_partner_ids"));
            assertEquals(
                    "Cannot convert res.partner.activity_summary (related=activity_ids.summary) to SQL because"
                            + " activity_ids is not a Many2one",
                    refusal("activity_summary"));
        }

        @Test
        void aggregatesThatDoNotFitTheFieldSayWhy() {
            assertEquals(
                    "Aggregator \"sum_currency\" only works on currency field for 'name'", sum("name:sum_currency"));
            assertEquals(
                    "function bool_or(integer) does not exist\nHINT:  No function matches the given name and argument"
                            + " types. You might need to add explicit type casts.\n",
                    sum("color:bool_or"));
        }

        private String refusal(String field) {
            List<Object> arguments = List.of(within(), List.of(field), List.of("__count"));
            return assertThrows(OdooError.class, () -> call("formatted_read_group", arguments, Map.of()))
                    .getMessage();
        }

        private String sum(String aggregate) {
            List<Object> arguments = List.of(within(), List.of(), List.of(aggregate));
            return assertThrows(OdooError.class, () -> call("formatted_read_group", arguments, Map.of()))
                    .getMessage();
        }
    }

    @Nested
    class In14 extends Contacts {
        In14() {
            super("14.0");
        }

        @Test
        void groupsComeBeforeTheDomainTheyAreWithin() {
            Object groups = call("read_group", List.of(within(), List.of("color"), "ref"), Map.of("limit", 1));

            assertEquals(
                    List.of(Map.of(
                            "ref",
                            "x",
                            "ref_count",
                            2,
                            "color",
                            5,
                            "__domain",
                            List.of("&", List.of("ref", "=", "x"), List.of("id", "in", ids)))),
                    groups);
        }

        @Test
        void offsetWithoutLimitHasNoEffect() {
            Object groups =
                    call("read_group", List.of(within(), List.of("color"), List.of("ref")), Map.of("offset", 1));

            assertEquals(2, ((List<?>) groups).size());
        }

        @Test
        void allRecordsAreOneGroupWithTheLeastId() {
            Object groups = call("read_group", List.of(within(), List.of("color:avg"), List.of()), Map.of());

            assertEquals(List.of(Map.of("id", ids.get(0), "__count", 3, "color", 3.0)), groups);
        }

        @Test
        void barsShowGroupsWithoutAValueAskedForToo() {
            Object bars = call("read_progress_bar", List.of(within(), "ref", bar("9")), Map.of());

            assertEquals(Map.of("x", Map.of("9", 0), "false", Map.of("9", 0)), bars);
        }
    }
}
