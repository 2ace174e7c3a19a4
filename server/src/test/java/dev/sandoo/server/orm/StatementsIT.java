package dev.sandoo.server.orm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sandoo.server.TestModels;
import dev.sandoo.server.TestModels.Cost;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How many SQL statements a call costs: a number that does not grow with the records. The caller's own comes on top. */
class StatementsIT {
    private static final List<String> COLUMNS = List.of("name", "email", "create_date", "active");
    private static final List<Object> ALL = List.of(List.of("name", "=like", "counted %"));

    @AutoClose
    private TestModels models;

    private void open(String version) {
        models = new TestModels(version);
        call("res.partner", "create", List.of(partners(0, 60)), Map.of());
        call("res.partner", "read", List.of(List.of(1)), Map.of()); // whatever is read once per process
    }

    private static List<Map<String, Object>> partners(int from, int to) {
        List<Map<String, Object>> partners = new ArrayList<>();
        for (int i = from; i < to; i++) {
            partners.add(Map.of(
                    "name",
                    "counted " + i,
                    "country_id",
                    20 + i % 3,
                    "category_id",
                    List.of(List.of(0, 0, Map.of("name", "tag " + i)))));
        }
        return partners;
    }

    private Cost call(String model, String method, List<?> args, Map<String, ?> kwargs) {
        return models.costOf(model, method, args, kwargs);
    }

    private int searchRead(List<String> fields, int limit) {
        Cost cost = call("res.partner", "search_read", List.of(ALL, fields), Map.of("limit", limit));
        assertEquals(limit, ((List<?>) cost.answer()).size());
        return cost.statements();
    }

    @ParameterizedTest
    @ValueSource(strings = {"19.0", "14.0"})
    void searchReadCostsOneStatementAndOneForEachListOrName(String version) {
        open(version);
        assertEquals(1, searchRead(COLUMNS, 5));
        assertEquals(1, searchRead(with("country_id"), 50), "the names of countries are a column");
        assertEquals(2, searchRead(with("country_id", "category_id"), 50), "one list");
        assertEquals(3, searchRead(with("category_id", "child_ids"), 50), "two lists");
        assertTrue(searchRead(with("parent_id", "category_id"), 50) <= 4, "names that are computed");
        assertEquals(
                searchRead(with("parent_id", "user_id", "category_id"), 5),
                searchRead(with("parent_id", "user_id", "category_id"), 50));
    }

    @ParameterizedTest
    @ValueSource(strings = {"19.0", "14.0"})
    void aPolicyThatKeepsNoRecordBackCostsNoStatement(String version) {
        open(version);
        List<?> read = List.of(List.of(1), with("country_id", "category_id"));
        String policy = "models: {res.partner: [read], res.partner.category: [read], res.country: [read]}";

        Cost under = models.costUnder(policy, "res.partner", "read", read);

        Cost free = call("res.partner", "read", read, Map.of());
        assertEquals(free, under);
    }

    @ParameterizedTest
    @ValueSource(strings = {"19.0", "14.0"})
    void readCostsTheSameForOneRecordAsForMany(String version) {
        open(version);
        List<?> ids =
                (List<?>) call("res.partner", "search", List.of(ALL), Map.of()).answer();
        assertEquals(
                1,
                call("res.partner", "read", List.of(ids.subList(0, 1), with("country_id", "category_id")), Map.of())
                        .statements());
        assertEquals(
                2,
                call("res.partner", "read", List.of(ids.subList(0, 2), with("country_id", "category_id")), Map.of())
                        .statements());
        assertEquals(
                2,
                call("res.partner", "read", List.of(ids, with("country_id", "category_id")), Map.of())
                        .statements());
    }

    @ParameterizedTest
    @ValueSource(strings = {"19.0", "14.0"})
    void noFieldCostsMoreForMoreRecords(String version) {
        open(version);
        List<?> ids =
                (List<?>) call("res.partner", "search", List.of(ALL), Map.of()).answer();
        Map<?, ?> fields = (Map<?, ?>)
                call("res.partner", "fields_get", List.of(), Map.of()).answer();
        Map<Object, String> growing = new HashMap<>();
        for (Object field : fields.keySet()) {
            int few = call("res.partner", "read", List.of(ids.subList(0, 2), List.of(field)), Map.of())
                    .statements();
            int many = call("res.partner", "read", List.of(ids, List.of(field)), Map.of())
                    .statements();
            if (many > few) {
                growing.put(field, few + " and " + many);
            }
        }
        assertEquals(Map.of(), growing);
    }

    @Test
    void aViewWithoutRowsIsReadWithoutAny() {
        open("19.0");
        Cost cost = call("purchase.bill.union", "read", List.of(List.of(1), List.of("name", "partner_id")), Map.of());
        assertEquals(new Cost(List.of(), 0), cost);
    }

    @ParameterizedTest
    @ValueSource(strings = {"19.0", "14.0"})
    void searchesCostOneStatement(String version) {
        open(version);
        assertEquals(1, call("res.partner", "search", List.of(ALL), Map.of()).statements());
        assertEquals(
                1, call("res.partner", "search_count", List.of(ALL), Map.of()).statements());
        assertEquals(
                1,
                call(
                                "res.partner",
                                "search_count",
                                List.of(List.of(
                                        List.of("country_id.code", "=", "BE"),
                                        List.of("category_id.name", "ilike", "tag"))),
                                Map.of())
                        .statements());
        assertEquals(0, call("res.partner", "fields_get", List.of(), Map.of()).statements());
        assertTrue(
                call("res.partner", "name_search", List.of("counted"), Map.of()).statements() <= 3);
        assertTrue(
                call("res.partner", "read_group", List.of(ALL, List.of("country_id"), List.of("country_id")), Map.of())
                                .statements()
                        <= 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"19.0", "14.0"})
    void changesCostTheSameForManyRecords(String version) {
        open(version);
        List<?> ids =
                (List<?>) call("res.partner", "search", List.of(ALL), Map.of()).answer();
        Map<String, Object> note = Map.of("comment", "noted");
        int one = call("res.partner", "write", List.of(ids.subList(0, 1), note), Map.of())
                .statements();
        assertEquals(2, one, "may it, and the update: nothing tracked follows from a comment");
        assertEquals(
                one, call("res.partner", "write", List.of(ids, note), Map.of()).statements());

        int few = call("res.partner.category", "create", List.of(tags(0, 2)), Map.of())
                .statements();
        assertEquals(
                few,
                call("res.partner.category", "create", List.of(tags(2, 60)), Map.of())
                        .statements());
        int two = call("res.partner", "create", List.of(plain(0, 2)), Map.of()).statements();
        assertEquals(
                two,
                call("res.partner", "create", List.of(plain(2, 60)), Map.of()).statements());
    }

    private static List<Map<String, Object>> tags(int from, int to) {
        List<Map<String, Object>> tags = new ArrayList<>();
        for (int i = from; i < to; i++) {
            tags.add(Map.of("name", "more " + i));
        }
        return tags;
    }

    private static List<Map<String, Object>> plain(int from, int to) {
        List<Map<String, Object>> partners = new ArrayList<>();
        for (int i = from; i < to; i++) {
            partners.add(Map.of("name", "plain " + i, "email", "p" + i + "@example.com"));
        }
        return partners;
    }

    private static List<String> with(String... names) {
        List<String> fields = new ArrayList<>(COLUMNS);
        fields.addAll(List.of(names));
        return fields;
    }
}
