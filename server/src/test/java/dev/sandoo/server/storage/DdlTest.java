package dev.sandoo.server.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.FieldDef.Computation;
import dev.sandoo.schema.FieldDef.OnDelete;
import dev.sandoo.schema.FieldDef.Relation;
import dev.sandoo.schema.FieldDef.Translation;
import dev.sandoo.schema.FieldDefBuilder;
import dev.sandoo.schema.FieldType;
import dev.sandoo.schema.ModelDef;
import dev.sandoo.schema.OdooVersion;
import dev.sandoo.schema.Schema;
import dev.sandoo.schema.SqlConstraint;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DdlTest {
    private static final FieldDef NAME =
            field("name", FieldType.CHAR).required(true).build();

    @Test
    void columnsHaveOdoosTypes() {
        assertEquals("\"name\" varchar NOT NULL", ColumnDdl.definition(NAME));
        assertEquals(
                "\"code\" varchar(2)",
                ColumnDdl.definition(field("code", FieldType.CHAR).size(2).build()));
        assertEquals(
                "\"title\" jsonb NOT NULL",
                ColumnDdl.definition(field("title", FieldType.CHAR)
                        .translation(Translation.WHOLE)
                        .required(true)
                        .build()));
        assertEquals(
                "\"limit\" jsonb",
                ColumnDdl.definition(field("limit", FieldType.FLOAT)
                        .companyDependent(true)
                        .required(true)
                        .build()));
        assertEquals(
                "\"total\" numeric",
                ColumnDdl.definition(field("total", FieldType.MONETARY).build()));
    }

    @Test
    void requiredComputedValueComesAfterTheInsert() {
        Computation late = new Computation(Optional.empty(), List.of("name"), false, false, true, false, false);
        Computation early = new Computation(Optional.empty(), List.of("name"), false, false, true, true, false);

        assertEquals("\"a\" int4", ColumnDdl.definition(required(late)));
        assertEquals("\"a\" int4", ColumnDdl.definition(required(early)));
    }

    @Test
    void tableHoldsIdAndStoredColumnsOnly() {
        ModelDef model = model(
                "x.thing",
                ModelDef.Kind.REGULAR,
                NAME,
                field("gone", FieldType.CHAR).stored(false).build());

        assertEquals(
                "CREATE TABLE \"x_thing\" (\"id\" serial PRIMARY KEY, \"name\" varchar NOT NULL)",
                TableDdl.create(model));
    }

    @Test
    void modelThatOdooComputesIsAViewWithoutRows() {
        assertEquals(
                "CREATE VIEW \"x_view\" AS SELECT NULL::int4 AS \"id\", NULL::varchar AS \"name\" WHERE FALSE",
                TableDdl.createEmptyView(model("x.view", ModelDef.Kind.VIEW, NAME)));
    }

    @Test
    void apiKeysHaveColumnsThatNoFieldShows() {
        String table = TableDdl.create(model("res.users.apikeys", ModelDef.Kind.VIEW, NAME));

        assertTrue(table.contains("\"index\" varchar(8) NOT NULL"), table);
        assertTrue(table.contains("\"key\" varchar NOT NULL"), table);
    }

    @Test
    void many2oneIsHeldByAForeignKeyExceptForTheAuthor() {
        ModelDef owner = model("x.owner", ModelDef.Kind.REGULAR, NAME);
        ModelDef thing = model(
                "x.thing",
                ModelDef.Kind.REGULAR,
                many2one("owner_id", "x.owner", OnDelete.CASCADE),
                many2one("create_uid", "x.owner", OnDelete.SET_NULL),
                many2one("view_id", "x.view", OnDelete.SET_NULL));
        ModelDef view = model("x.view", ModelDef.Kind.VIEW, NAME);

        KeyDdl keys = new KeyDdl(schema(owner, thing, view));

        assertEquals(
                Optional.of("ALTER TABLE \"x_thing\" ADD FOREIGN KEY (\"owner_id\") REFERENCES \"x_owner\" (\"id\")"
                        + " ON DELETE CASCADE"),
                keys.foreignKeys(thing));
        assertTrue(keys.forgetDeletedUsers().contains("UPDATE \"x_thing\" SET \"create_uid\" = NULL"));
    }

    @Test
    void constraintKeepsItsNameAsFarAsPostgresDoes() {
        String longName = "a".repeat(70);

        assertEquals("a".repeat(63), KeyDdl.nameInDatabase(new SqlConstraint(longName, "unique (name)", "")));
        assertEquals("short", KeyDdl.nameInDatabase(new SqlConstraint("short", "unique (name)", "")));
    }

    @Test
    void indexesFollowTheirKind() {
        ModelDef model = model(
                "x.thing",
                ModelDef.Kind.REGULAR,
                field("a", FieldType.CHAR).index("btree").build(),
                field("b", FieldType.CHAR).index("btree_not_null").build(),
                field("c", FieldType.CHAR).index("trigram").build(),
                field("d", FieldType.CHAR)
                        .index("btree")
                        .translation(Translation.WHOLE)
                        .build());

        assertEquals(
                List.of(
                        "CREATE INDEX \"x_thing__a_index\" ON \"x_thing\" (\"a\")",
                        "CREATE INDEX \"x_thing__b_index\" ON \"x_thing\" (\"b\") WHERE \"b\" IS NOT NULL",
                        "CREATE INDEX \"x_thing__c_index\" ON \"x_thing\" USING gin (\"c\" gin_trgm_ops)"),
                new IndexDdl(schema(model), true).of(model));
        assertEquals(2, new IndexDdl(schema(model), false).of(model).size());
    }

    @Test
    void wayBackOfAOne2manyIsIndexed() {
        ModelDef parent = model(
                "x.parent",
                ModelDef.Kind.REGULAR,
                field("child_ids", FieldType.ONE2MANY)
                        .relation(relation("x.child", Optional.of("parent_id"), OnDelete.SET_NULL))
                        .build());
        ModelDef child = model("x.child", ModelDef.Kind.REGULAR, many2one("parent_id", "x.parent", OnDelete.SET_NULL));

        assertEquals(
                List.of("CREATE INDEX \"x_child__parent_id_index\" ON \"x_child\" (\"parent_id\")"
                        + " WHERE \"parent_id\" IS NOT NULL"),
                new IndexDdl(schema(parent, child), true).of(child));
    }

    private static FieldDefBuilder field(String name, FieldType type) {
        return FieldDef.builder(name, type);
    }

    private static FieldDef required(Computation computation) {
        return field("a", FieldType.INTEGER)
                .required(true)
                .computation(computation)
                .build();
    }

    private static FieldDef many2one(String name, String comodel, OnDelete onDelete) {
        return field(name, FieldType.MANY2ONE)
                .relation(relation(comodel, Optional.empty(), onDelete))
                .build();
    }

    private static Relation relation(String comodel, Optional<String> inverse, OnDelete onDelete) {
        return new Relation(
                comodel,
                inverse,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                onDelete,
                Optional.empty(),
                false,
                false);
    }

    private static ModelDef model(String name, ModelDef.Kind kind, FieldDef... fields) {
        Map<String, FieldDef> byName = Arrays.stream(fields)
                .collect(Collectors.toMap(FieldDef::name, Function.identity(), (a, b) -> a, LinkedHashMap::new));
        return new ModelDef(
                name,
                name,
                name.replace('.', '_'),
                kind,
                "id",
                Optional.empty(),
                List.of(),
                "parent_id",
                false,
                Optional.empty(),
                Map.of(),
                false,
                byName,
                List.of(),
                Map.of());
    }

    private static Schema schema(ModelDef... models) {
        Map<String, ModelDef> byName =
                Arrays.stream(models).collect(Collectors.toMap(ModelDef::name, Function.identity()));
        return new Schema(
                new OdooVersion("19.0", "19.0", List.of(), 1, Set.of(), Map.of(), Map.of()), byName, Map.of(), "hash");
    }
}
