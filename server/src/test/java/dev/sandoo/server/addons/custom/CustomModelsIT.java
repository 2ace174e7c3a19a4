package dev.sandoo.server.addons.custom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sandoo.schema.Schema;
import dev.sandoo.schema.load.BaseData;
import dev.sandoo.schema.load.SchemaLoader;
import dev.sandoo.server.access.AccessCatalog;
import dev.sandoo.server.access.Caller;
import dev.sandoo.server.access.CallerUser;
import dev.sandoo.server.access.Counters;
import dev.sandoo.server.addons.Addons;
import dev.sandoo.server.addons.base.Secrets;
import dev.sandoo.server.addons.security.TestSignIn;
import dev.sandoo.server.db.Database;
import dev.sandoo.server.db.PoolSettings;
import dev.sandoo.server.db.PostgresDatabases;
import dev.sandoo.server.db.Transaction;
import dev.sandoo.server.db.embedded.CacheFolder;
import dev.sandoo.server.db.embedded.EmbeddedPostgres;
import dev.sandoo.server.error.OdooError;
import dev.sandoo.server.error.UserError;
import dev.sandoo.server.orm.Behaviours;
import dev.sandoo.server.orm.Models;
import dev.sandoo.server.orm.Registries;
import dev.sandoo.server.orm.Registry;
import dev.sandoo.server.sql.SqlFragment;
import dev.sandoo.server.storage.SchemaTemplate;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Models and fields made while two nodes serve one database. */
class CustomModelsIT {
    private static EmbeddedPostgres postgres;
    private static PostgresDatabases databases;
    private static Database database;
    private static Node one;
    private static Node other;

    /** A process of its own as far as models and rights are concerned. */
    private record Node(Models models, AccessCatalog rights) {
        static Node of(Schema schema) {
            Registry registry = new Registry(
                    schema,
                    Behaviours.of(Addons.all(
                            new Secrets(password -> password, String::equals), TestSignIn.of(schema.version()))));
            return new Node(new Models(new Registries(registry)), new AccessCatalog(schema.version()));
        }

        Object call(String model, String method, Object... args) {
            try (Transaction transaction = database.begin()) {
                Object answer = run(transaction, model, method, args);
                transaction.commit();
                return answer;
            }
        }

        Object run(Transaction transaction, String model, String method, Object... args) {
            return models.call(transaction, admin(transaction), model, method, List.of(args), Map.of());
        }

        private Caller admin(Transaction transaction) {
            Counters counters = new Counters(counter(transaction, "registry"), counter(transaction, "access"));
            List<Integer> groups = transaction.query(
                    SqlFragment.of("SELECT gid FROM res_groups_users_rel WHERE uid = 2"), row -> row.integer(1));
            var access = rights.tables(counters, transaction);
            CallerUser user = new CallerUser(
                    2, "admin", "Administrator", 3, 1, List.of(1), Optional.of("en_US"), Optional.empty(), false);
            return Caller.of("test", user, Set.copyOf(access.withImplied(groups)), counters, access);
        }
    }

    private static long counter(Transaction transaction, String name) {
        return transaction
                .query(
                        SqlFragment.of("SELECT value FROM sandoo_counter WHERE name = ?", name),
                        row -> row.longOrNull(1))
                .get(0);
    }

    @BeforeAll
    static void start() {
        Schema schema = SchemaLoader.load("19.0");
        postgres = EmbeddedPostgres.startEphemeral(CacheFolder.standard());
        SchemaTemplate template =
                new SchemaTemplate(schema, BaseData.of("19.0"), password -> password, Clock.systemUTC());
        databases = new PostgresDatabases(postgres, template, PoolSettings.STANDARD, Clock.systemUTC());
        databases.prepare();
        databases.create("test");
        database = databases.open("test").orElseThrow();
        one = Node.of(schema);
        other = Node.of(schema);
    }

    @AfterAll
    static void stop() {
        databases.close();
        postgres.close();
    }

    private static int modelId(String model) {
        return (Integer) ((List<?>) one.call("ir.model", "search", List.of(List.of("model", "=", model)))).get(0);
    }

    private static Map<String, Object> field(String name, String model, String type) {
        return Map.of("name", name, "field_description", "A field", "model_id", modelId(model), "ttype", type);
    }

    private static int columns(String table, String column) {
        try (Transaction transaction = database.begin()) {
            return transaction
                    .query(
                            SqlFragment.of(
                                    "SELECT count(*)::int4 FROM information_schema.columns"
                                            + " WHERE table_name = ? AND column_name = ?",
                                    table,
                                    column),
                            row -> row.integer(1))
                    .get(0);
        }
    }

    @Test
    void aFieldMadeOnOneNodeIsThereOnTheOther() {
        other.call("res.partner.category", "search_count", List.of());

        one.call("ir.model.fields", "create", field("x_seen", "res.partner.category", "char"));
        Object id = other.call("res.partner.category", "create", Map.of("name", "a", "x_seen", "b"));

        assertEquals(
                List.of(Map.of("id", id, "x_seen", "b")),
                one.call("res.partner.category", "read", List.of(id), List.of("x_seen")));
    }

    @Test
    void aCallThatIsRolledBackLeavesNeitherColumnNorMovedCounter() {
        long before;
        try (Transaction transaction = database.begin()) {
            before = counter(transaction, "registry");
            one.run(transaction, "ir.model.fields", "create", field("x_gone", "res.partner.industry", "char"));
        }

        try (Transaction transaction = database.begin()) {
            assertEquals(before, counter(transaction, "registry"));
        }
        assertEquals(0, columns("res_partner_industry", "x_gone"));
        assertThrows(
                OdooError.class, () -> one.call("res.partner.industry", "create", Map.of("name", "a", "x_gone", "b")));
    }

    @Test
    void aRemovedFieldTakesItsColumnAlong() {
        Object id = one.call("ir.model.fields", "create", field("x_short", "res.partner.industry", "integer"));
        assertEquals(1, columns("res_partner_industry", "x_short"));

        other.call("ir.model.fields", "unlink", List.of(id));

        assertEquals(0, columns("res_partner_industry", "x_short"));
    }

    @Test
    void aRenamedFieldKeepsItsValues() {
        Object id = one.call("ir.model.fields", "create", field("x_before", "res.partner.industry", "char"));
        Object record = one.call("res.partner.industry", "create", Map.of("name", "a", "x_before", "kept"));

        one.call("ir.model.fields", "write", List.of(id), Map.of("name", "x_after"));

        assertEquals(
                List.of(Map.of("id", record, "x_after", "kept")),
                other.call("res.partner.industry", "read", List.of(record), List.of("x_after")));
    }

    @Test
    void rightsOnANewModelHoldAtOnceOnEveryNode() {
        Object model = one.call("ir.model", "create", Map.of("name", "Thing", "model", "x_thing"));
        assertThrows(OdooError.class, () -> other.call("x_thing", "create", Map.of("x_name", "a")));

        one.call(
                "ir.model.access",
                "create",
                Map.of("name", "all", "model_id", model, "perm_create", true, "perm_read", true));

        assertEquals(1, other.call("x_thing", "create", Map.of("x_name", "a")));
    }

    @Test
    void aFieldThatAnotherNeedsStays() {
        Object link = one.call(
                "ir.model.fields",
                "create",
                Map.of(
                        "name",
                        "x_tag",
                        "field_description",
                        "Tag",
                        "model_id",
                        modelId("res.partner.industry"),
                        "ttype",
                        "many2one",
                        "relation",
                        "res.partner.category"));
        one.call(
                "ir.model.fields",
                "create",
                Map.of(
                        "name",
                        "x_industries",
                        "field_description",
                        "Industries",
                        "model_id",
                        modelId("res.partner.category"),
                        "ttype",
                        "one2many",
                        "relation",
                        "res.partner.industry",
                        "relation_field",
                        "x_tag"));

        UserError refused = assertThrows(UserError.class, () -> one.call("ir.model.fields", "unlink", List.of(link)));

        assertEquals(
                "The field 'res.partner.industry.x_tag' cannot be removed because the field"
                        + " 'res.partner.category.x_industries' depends on it.",
                refused.getMessage());
        assertEquals(1, columns("res_partner_industry", "x_tag"));
    }

    @Test
    void optionsAreCountedInTheOrderOfTheirSequences() {
        Object id = one.call(
                "ir.model.fields",
                "create",
                Map.of(
                        "name",
                        "x_level",
                        "field_description",
                        "Level",
                        "model_id",
                        modelId("res.partner.category"),
                        "ttype",
                        "selection",
                        "selection_ids",
                        List.of(
                                List.of(0, 0, Map.of("value", "low", "name", "Low", "sequence", 2)),
                                List.of(0, 0, Map.of("value", "high", "name", "High", "sequence", 1)))));

        Object rows = other.call("ir.model.fields", "read", List.of(id), List.of("selection"));

        assertEquals(List.of(Map.of("id", id, "selection", "[('high', 'High'), ('low', 'Low')]")), rows);
    }

    @Test
    void aNumberWhoseCallFailsIsDrawnAgainWhereThereMayBeNoGaps() {
        Object id = one.call("ir.sequence", "create", Map.of("name", "Gapless", "implementation", "no_gap"));
        assertEquals("1", one.call("ir.sequence", "next_by_id", List.of(id)));
        try (Transaction transaction = database.begin()) {
            assertEquals("2", one.run(transaction, "ir.sequence", "next_by_id", List.of(id)));
        }

        assertEquals("2", other.call("ir.sequence", "next_by_id", List.of(id)));
    }

    @Test
    void aPictureHasItsSizes() throws Exception {
        var image = new BufferedImage(2500, 1000, BufferedImage.TYPE_INT_RGB);
        var bytes = new ByteArrayOutputStream();
        javax.imageio.ImageIO.write(image, "png", bytes);
        String base64 = Base64.getEncoder().encodeToString(bytes.toByteArray());

        Object id = one.call("res.partner", "create", Map.of("name", "Seen", "image_1920", base64));

        Map<?, ?> row = (Map<?, ?>)
                ((List<?>) other.call("res.partner", "read", List.of(id), List.of("image_1920", "image_128"))).get(0);
        assertArrayEquals(new int[] {1920, 768}, size((String) row.get("image_1920")));
        assertArrayEquals(new int[] {128, 51}, size((String) row.get("image_128")));
    }

    private static int[] size(String base64) throws IOException {
        var image = javax.imageio.ImageIO.read(
                new ByteArrayInputStream(Base64.getDecoder().decode(base64)));
        assertTrue(image != null, "a picture");
        return new int[] {image.getWidth(), image.getHeight()};
    }
}
