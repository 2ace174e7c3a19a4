package dev.sandoo.server.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sandoo.schema.ModelDef;
import dev.sandoo.schema.Schema;
import dev.sandoo.schema.load.BaseData;
import dev.sandoo.schema.load.SchemaLoader;
import dev.sandoo.server.auth.PasswordHasher;
import dev.sandoo.server.db.Database;
import dev.sandoo.server.db.RowReader;
import dev.sandoo.server.db.TestPostgres;
import dev.sandoo.server.db.Transaction;
import dev.sandoo.server.error.DatabaseError;
import dev.sandoo.server.field.Columns;
import dev.sandoo.server.sql.SqlFragment;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What a fresh database holds, held against the data it was made from. */
class SchemaTemplateIT {
    @Nested
    class In19 extends FreshDatabase {
        In19() {
            super("19.0");
        }

        @Test
        void translatedValuesAreKeptByLanguage() {
            assertEquals(List.of("{\"en_US\": \"Belgium\"}"), texts("SELECT name FROM res_country WHERE code = 'BE'"));
        }

        @Test
        void companyDependentValuesAreKeptByCompanyWhereTheyDifferFromTheFallback() {
            assertEquals(List.of("{\"1\": \"101000\"}"), texts("SELECT code_store FROM account_account WHERE id = 1"));
            assertEquals(List.of("0"), texts("SELECT count(trust) FROM res_partner"));
            assertEquals(List.of("{\"1\": 10}"), texts("SELECT property_stock_customer FROM res_partner WHERE id = 1"));
        }

        @Test
        void namesOfModelsAndFieldsBecomeTheirIds() {
            assertEquals(
                    List.of("res.partner.lang"),
                    texts(
                            "SELECT f.model || '.' || f.name FROM ir_default d JOIN ir_model_fields f ON f.id = d.field_id"
                                    + " WHERE d.id = 1"));
            assertEquals(
                    List.of("mail.alias.domain"),
                    texts("SELECT m.model FROM ir_model m WHERE m.model = 'mail.alias.domain'"));
        }

        @Test
        void actionsOfAllKindsShareTheirIdsAndOneTable() {
            assertEquals(
                    texts("SELECT (SELECT count(*) FROM ir_act_report_xml) + (SELECT count(*) FROM ir_act_url)"
                            + " + (SELECT count(*) FROM ir_act_window)"),
                    texts("SELECT count(*) FROM ir_actions"));
        }

        @Test
        void trigramIndexesServeSearchesForParts() {
            assertEquals(
                    List.of("gin"),
                    texts("SELECT a.amname FROM pg_class c JOIN pg_am a ON a.oid = c.relam"
                            + " WHERE c.relname = 'sale_order__name_index'"));
        }
    }

    @Nested
    class In14 extends FreshDatabase {
        In14() {
            super("14.0");
        }

        @Test
        void authenticatorSecretsHaveTheirColumn() {
            assertEquals(List.of("0"), texts("SELECT count(totp_secret) FROM res_users"));
        }
    }

    /** What holds for every version. */
    abstract static class FreshDatabase {
        private final String version;
        private final Schema schema;
        private Database database;

        FreshDatabase(String version) {
            this.version = version;
            this.schema = SchemaLoader.load(version);
        }

        @BeforeEach
        void create() {
            database = TestPostgres.unused(version);
        }

        @AfterEach
        void drop() {
            database.close();
        }

        @Test
        void everyBaseRecordIsThereWithItsId() {
            Map<String, List<Integer>> expected = new TreeMap<>();
            Map<String, List<Integer>> found = new TreeMap<>();

            BaseData.of(version).records().forEach((model, records) -> {
                List<Integer> ids = new ArrayList<>();
                records.forEach(record -> ids.add((Integer) record.get("id")));
                if (model.equals("ir.config_parameter")) {
                    ids.addAll(List.of(1, 2, 3)); // secret, uuid and date: each database has its own
                }
                expected.put(model, ids.stream().distinct().sorted().toList());
                found.put(model, ids("SELECT id FROM ONLY " + table(model) + " ORDER BY id"));
            });

            assertEquals(expected, found);
        }

        /** What tells a database from all others is in no facts. */
        private static String without(String model) {
            return model.equals("ir.config_parameter") ? " WHERE key NOT LIKE 'database.%'" : "";
        }

        @Test
        void idsGoOnAfterTheLastOne() {
            Map<String, Integer> expected = new TreeMap<>();
            Map<String, Integer> found = new TreeMap<>();

            BaseData.of(version).records().forEach((model, records) -> {
                if (!model.startsWith("ir.actions.")) {
                    int last = records.stream()
                            .mapToInt(record -> (int) record.get("id"))
                            .max()
                            .orElse(0);
                    expected.put(model, last + 1);
                    found.put(
                            model,
                            ids("SELECT nextval('" + table(model) + "_id_seq')").get(0));
                }
            });

            assertEquals(expected, found);
            assertEquals(
                    List.of(BaseData.of(version).externalIds().stream()
                                    .mapToInt(line -> line.id())
                                    .max()
                                    .orElse(0)
                            + 1),
                    ids("SELECT nextval('ir_model_data_id_seq')"));
        }

        @Test
        void everyStoredFieldHasItsColumnOfTheRightType() {
            Map<String, String> expected = new TreeMap<>();
            for (ModelDef model : schema.models().values()) {
                if (model.kind() != ModelDef.Kind.ABSTRACT) {
                    TableDdl.fields(model)
                            .forEach(field -> expected.put(
                                    model.table() + "." + field.name(),
                                    Columns.typeOf(field).sqlName()));
                }
            }

            Map<String, String> found = pairs("SELECT table_name || '.' || column_name, udt_name"
                    + " FROM information_schema.columns WHERE table_schema = 'public'");

            found.keySet().retainAll(expected.keySet());
            assertEquals(expected, found);
        }

        @Test
        void constraintsAndIndexesHaveOdoosNames() {
            Set<String> expected = schema.models().values().stream()
                    .filter(HandMadeTables::hasTable)
                    .flatMap(model -> model.constraints().stream()
                            .filter(constraint -> !model.lateConstraints().contains(constraint)))
                    .map(KeyDdl::nameInDatabase)
                    .collect(Collectors.toSet());

            expected.removeAll(texts("SELECT conname FROM pg_constraint UNION SELECT relname FROM pg_class"));

            assertEquals(Set.of(), expected);
        }

        @Test
        void groupsHoldTheirUsersAndWhatTheyImply() {
            BaseData data = BaseData.of(version);
            int implications = data.groups().stream()
                    .mapToInt(group -> group.implied().size())
                    .sum();

            assertEquals(List.of(implications), ids("SELECT count(*) FROM res_groups_implied_rel"));
            assertTrue(ids("SELECT gid FROM res_groups_users_rel WHERE uid = 2").size() > 5);
        }

        @Test
        void rightsAndRulesHaveExternalIds() {
            assertEquals(
                    texts("SELECT (SELECT count(*) FROM ir_model_access) + (SELECT count(*) FROM ir_rule)"),
                    texts("SELECT count(*) FROM ir_model_data WHERE model IN ('ir.model.access', 'ir.rule')"));
            assertEquals(
                    List.of("t"),
                    texts(
                            "SELECT r.active FROM ir_rule r JOIN ir_model_data d ON d.model = 'ir.rule' AND d.res_id = r.id"
                                    + " WHERE d.module = 'base' AND d.name = 'res_partner_rule'"));
        }

        @Test
        void globalRulesAreThoseWithoutGroups() {
            assertEquals(
                    List.of("0"),
                    texts("SELECT count(*) FROM ir_rule r WHERE r.global ="
                            + " EXISTS (SELECT FROM rule_group_rel g WHERE g.rule_group_id = r.id)"));
        }

        @Test
        void modelsAndFieldsAreThereAsRecords() {
            int fields = schema.models().values().stream()
                    .mapToInt(model -> model.fields().size())
                    .sum();

            assertEquals(List.of(schema.models().size()), ids("SELECT count(*) FROM ir_model"));
            assertEquals(List.of(fields), ids("SELECT count(*) FROM ir_model_fields"));
            assertEquals(
                    List.of("many2one/res.country/set null/true"),
                    texts("SELECT concat_ws('/', ttype, relation, on_delete, store::text) FROM ir_model_fields"
                                    + " WHERE model = 'res.country.state' AND name = 'country_id'")
                            .stream()
                            .map(text -> text.replace("restrict", "set null").replace("cascade", "set null"))
                            .toList());
        }

        @Test
        void onlyTheAdministratorHasAPassword() {
            // Whoever built the template first chose the number of rounds.
            List<String> hashes = texts("SELECT password FROM res_users WHERE login = 'admin'");
            assertTrue(new PasswordHasher(new SecureRandom(), 1).verify("admin", hashes.get(0)), hashes.toString());
            assertEquals(List.of("1"), texts("SELECT count(password) FROM res_users"));
        }

        @Test
        void parentPathsLeadDownToTheRecord() {
            for (ModelDef model : schema.models().values()) {
                if (model.parentStore() && HandMadeTables.hasTable(model)) {
                    assertEquals(
                            List.of("0"),
                            texts(
                                    "SELECT count(*) FROM " + model.table() + " c LEFT JOIN " + model.table()
                                            + " p ON p.id = c." + model.parentName()
                                            + " WHERE c.parent_path IS DISTINCT FROM coalesce(p.parent_path, '') || c.id || '/'"),
                            model.name());
                }
            }
        }

        @Test
        void sequencesOfDocumentsAreSequencesOfPostgres() {
            assertEquals(
                    texts("SELECT 'ir_sequence_' || lpad(id::text, 3, '0') FROM ir_sequence"
                            + " WHERE implementation = 'standard' ORDER BY 1"),
                    texts(
                            "SELECT sequencename FROM pg_sequences WHERE sequencename ~ '^ir_sequence_\\d+$' ORDER BY 1"));
        }

        @Test
        void recordThatOthersNeedCannotBeDeleted() {
            try (Transaction transaction = database.begin()) {
                DatabaseError error = assertThrows(
                        DatabaseError.class,
                        () -> transaction.update(SqlFragment.of("DELETE FROM res_partner WHERE id = ?", 1)));

                assertEquals("23503", error.sqlState());
                assertTrue(error.constraint().orElseThrow().endsWith("_fkey"));
            }
        }

        @Test
        void deletedUserIsForgottenAsTheOneWhoMadeARecord() {
            try (Transaction transaction = database.begin()) {
                // A copy of an account under another id: which columns must be set differs between versions.
                transaction.execute("CREATE TEMP TABLE copied AS SELECT * FROM res_users WHERE id = 2;"
                        + " UPDATE copied SET id = 9001, login = 'gone'; INSERT INTO res_users SELECT * FROM copied");
                transaction.execute("UPDATE res_country SET create_uid = 9001 WHERE code = 'BE'");
                transaction.execute("DELETE FROM res_users WHERE id = 9001");

                SqlFragment left = SqlFragment.of("SELECT create_uid, write_uid FROM res_country WHERE code = 'BE'");
                assertEquals(
                        List.of("null/1"),
                        transaction.query(left, row -> row.integerOrNull(1) + "/" + row.integerOrNull(2)));
            }
        }

        @Test
        void modelsThatOdooComputesAreEmptyViews() {
            assertEquals(List.of("0"), texts("SELECT count(id) FROM account_root"));
        }

        @Test
        void countersStandWhereNothingHasChanged() {
            assertEquals(
                    Map.of("access", "1", "account", "1", "fault", "0", "registry", "1", "stub", "0"),
                    pairs("SELECT name, value::text FROM sandoo_counter"));
        }

        private String table(String model) {
            return schema.models().get(model).table();
        }

        List<String> texts(String sql) {
            return query(sql, row -> row.text(1));
        }

        private List<Integer> ids(String sql) {
            return query(sql, row -> row.integer(1));
        }

        private Map<String, String> pairs(String sql) {
            return query(sql, row -> Map.entry(row.text(1), row.text(2))).stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> b, TreeMap::new));
        }

        private <T> List<T> query(String sql, RowReader<T> reader) {
            try (Transaction transaction = database.begin()) {
                return transaction.query(SqlFragment.of(sql), reader);
            }
        }
    }
}
