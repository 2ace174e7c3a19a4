package dev.sandoo.server.rpc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.sandoo.server.error.RecordsText;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Ways to learn, by naming their ids, of linked records that the domain of a policy keeps back. */
class RecordPolicyIT {
    @Nested
    class In19 extends BothVersions {
        In19() {
            super("19.0");
        }

        @Test
        void noListIsAskedByAny() {
            assertEquals(List.of(), found("child_ids", "any", List.of(List.of("id", "=", hiddenChild))));
            assertEquals(List.of(owner), found("child_ids", "not any", List.of(List.of("id", "=", hiddenChild))));
            assertEquals(List.of(), found("category_id", "any", List.of(List.of("id", "=", hiddenTag))));
            assertEquals(List.of(), found("parent_id", "any", List.of(List.of("id", "=", hiddenOwner))));
        }

        @Test
        void noGroupStandsForAHiddenTag() {
            Object groups = key.call(
                    "res.partner",
                    "formatted_read_group",
                    List.of(List.of("id", "=", owner)),
                    List.of("category_id"),
                    List.of("__count"));

            assertEquals(
                    List.of(false),
                    ((List<?>) groups)
                            .stream()
                                    .map(group -> ((Map<?, ?>) group).get("category_id"))
                                    .toList());
            key.isRefused(
                    "records",
                    "res.partner",
                    "formatted_read_group",
                    List.of(),
                    List.of("parent_id"),
                    List.of("__count"));
        }

        /** A form may show of what is chosen only what the key could read. */
        @Test
        void noListOfAChosenRecordShowsThem() {
            Map<?, ?> answer = (Map<?, ?>) key.callKw(
                    "res.partner",
                    "onchange",
                    List.of(
                            List.of(),
                            Map.of(),
                            List.of(),
                            Map.of("parent_id", Map.of("fields", Map.of("ref", Map.of(), "child_ids", Map.of())))),
                    Map.of("context", Map.of("default_parent_id", owner)));

            assertEquals(
                    Map.of("id", owner, "ref", "open", "child_ids", List.of()),
                    ((Map<?, ?>) answer.get("value")).get("parent_id"));
        }
    }

    @Nested
    class In14 extends BothVersions {
        In14() {
            super("14.0");
        }

        @Test
        void noMethodOfRecordsetsLeadsThere() {
            RecordsText none = new RecordsText("res.partner", "res.partner()");
            List<?> child = List.of("child_ids", "in", List.of(hiddenChild));
            List<?> name = List.of("parent_id.name", "=", "Hidden child");

            assertEquals(none, key.call("res.partner", "filtered_domain", List.of(owner), List.of(child)));
            assertEquals(none, key.call("res.partner", "filtered_domain", List.of(lost), List.of(name)));
            assertEquals(
                    key.call("res.partner", "exists", List.of(999_999)),
                    key.call("res.partner", "exists", List.of(hiddenChild)));
            key.isRefused("records", "res.partner", "mapped", List.of(lost), "parent_id.name");
            key.isRefused("records", "res.partner", "filtered", List.of(lost), "parent_id.ref");
            key.isRefused("records", "res.partner", "sorted", List.of(lost), "parent_id.name");
        }
    }

    abstract static class BothVersions {
        @AutoClose
        private final TestRpc rpc;

        final PolicedKey key;
        final int owner;
        final int lost;
        final int hiddenOwner;
        final int hiddenChild;
        final int hiddenTag;

        BothVersions(String version) {
            rpc = new TestRpc(version);
            hiddenTag = tag(Map.of("name", "Hidden tag"));
            hiddenOwner = partner(Map.of("name", "Hidden owner"));
            owner = partner(Map.of(
                    "name",
                    "Owner",
                    "ref",
                    "open",
                    "parent_id",
                    hiddenOwner,
                    "category_id",
                    List.of(List.of(6, 0, List.of(hiddenTag)))));
            hiddenChild = partner(Map.of("name", "Hidden child", "parent_id", owner));
            lost = partner(Map.of("name", "Lost", "ref", "open", "parent_id", hiddenChild));
            rpc.admin("res.partner", "message_subscribe", List.of(owner), List.of(hiddenChild));
            key = PolicedKey.of(rpc, "tags", """
                    models:
                      res.partner: {methods: [read], records: [["ref", "=", "open"]]}
                      res.partner.category: {methods: [read], records: [["name", "=", "Open tag"]]}
                    """);
        }

        private int tag(Map<String, Object> values) {
            return (Integer) rpc.admin("res.partner.category", "create", values);
        }

        private int partner(Map<String, Object> values) {
            return (Integer) rpc.admin("res.partner", "create", values);
        }

        /** Which of the owner and nobody the term finds. */
        final Object found(String field, String operator, Object value) {
            return key.call(
                    "res.partner", "search", List.of(List.of("id", "=", owner), List.of(field, operator, value)));
        }

        @Test
        void noListIsAskedById() {
            for (Map.Entry<String, Integer> hidden :
                    Map.of("child_ids", hiddenChild, "category_id", hiddenTag).entrySet()) {
                String field = hidden.getKey();
                assertEquals(List.of(), found(field, "in", List.of(hidden.getValue())), field);
                assertEquals(List.of(), found(field, "=", hidden.getValue()), field);
                assertEquals(List.of(), found(field, "!=", false), field);
                assertEquals(List.of(), found(field, "child_of", hidden.getValue()), field);
                assertEquals(List.of(), found(field, "parent_of", hidden.getValue()), field);
                assertEquals(List.of(), found(field + ".id", "=", hidden.getValue()), field);
                assertEquals(List.of(owner), found(field, "not in", List.of(hidden.getValue())), field);
                assertEquals(List.of(owner), found(field, "=", false), field);
            }
        }

        @Test
        void noListShowsThem() {
            Map<?, ?> row = (Map<?, ?>)
                    ((List<?>) key.call("res.partner", "read", List.of(owner), List.of("child_ids", "category_id")))
                            .get(0);
            assertEquals(List.of(), row.get("child_ids"));
            assertEquals(List.of(), row.get("category_id"));
        }

        @Test
        void noTreeIsWalkedThroughThem() {
            assertEquals(List.of(), found("id", "child_of", hiddenOwner));
            assertEquals(List.of(owner), found("id", "child_of", owner));
            assertEquals(List.of(owner), key.call("res.partner", "search", List.of(List.of("id", "child_of", owner))));
            assertEquals(List.of(lost), key.call("res.partner", "search", List.of(List.of("id", "parent_of", lost))));
            assertEquals(
                    List.of(), key.call("res.partner", "search", List.of(List.of("id", "parent_of", hiddenChild))));
        }

        @Test
        void noListThatCodePutsTogetherTellsOfThem() {
            key.isRefused(
                    "records",
                    "res.partner",
                    "search",
                    List.of(List.of("message_partner_ids", "in", List.of(hiddenChild))));
            key.isRefused(
                    "records", "res.partner", "search_count", List.of(List.of("message_partner_ids", "!=", false)));
            Map<?, ?> row = (Map<?, ?>)
                    ((List<?>) key.call("res.partner", "read", List.of(owner), List.of("message_partner_ids"))).get(0);
            assertEquals(List.of(), row.get("message_partner_ids"));
        }

        /** Where a policy keeps any record back, no field that shows one of them is answered. */
        @Test
        void noFieldShowsWhatALinkedRecordHolds() {
            Map<?, ?> row = (Map<?, ?>) ((List<?>) key.call("res.partner", "read", List.of(owner))).get(0);

            assertFalse(row.containsKey("parent_name"), row.toString());
            key.isRefused("returns", "res.partner", "search", List.of(List.of("parent_name", "ilike", "Hidden")));
            key.isRefused("returns", "res.partner", "export_data", List.of(owner), List.of("parent_name"));
        }

        /** A many2one answers the id whatever it leads to; its name, and what else it has, it does not. */
        @Test
        void aSingleLinkTellsNoMoreThanItsId() {
            Map<?, ?> row = (Map<?, ?>) ((List<?>) key.call(
                            "res.partner", "read", List.of(owner), List.of("parent_id", "commercial_partner_id")))
                    .get(0);

            assertEquals(List.of(hiddenOwner, ""), row.get("parent_id"));
            assertEquals(List.of(), found("parent_id", "ilike", "Hidden"));
            assertEquals(List.of(), found("parent_id", "=", "Hidden owner"));
            assertEquals(List.of(), found("parent_id.name", "=", "Hidden owner"));
            key.isRefused(
                    "records",
                    () -> key.callKw("res.partner", "search", List.of(List.of()), Map.of("order", "parent_id")));
        }
    }
}
