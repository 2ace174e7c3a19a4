package dev.sandoo.server.storage;

import static dev.sandoo.server.sql.Identifiers.quote;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.FieldDef.OnDelete;
import dev.sandoo.schema.FieldType;
import dev.sandoo.schema.ModelDef;
import dev.sandoo.schema.Schema;
import dev.sandoo.schema.SqlConstraint;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Foreign keys and SQL constraints, added once the rows are there: PostgreSQL then checks them in one go. */
public final class KeyDdl {
    private static final int LONGEST_NAME = 63;

    /**
     * Who made and last changed a record. Two foreign keys on each table would be a third of all: they cost each
     * insert two look-ups and a lock on the user. A trigger on users does what they would do when a user goes.
     */
    private static final Set<String> LOG_USERS = Set.of("create_uid", "write_uid");

    private final Schema schema;

    public KeyDdl(Schema schema) {
        this.schema = schema;
    }

    /** One statement for the model's constraints on its own rows; empty when there are none. */
    Optional<String> constraints(ModelDef model) {
        return alter(model.table(), declared(model).filter(clause -> !isForeignKey(clause)));
    }

    /** One statement for all that holds the model's rows to rows of tables whose constraints stand already. */
    Optional<String> foreignKeys(ModelDef model) {
        if (!HandMadeTables.hasForeignKeys(model)) {
            return Optional.empty();
        }
        Stream<String> fields = TableDdl.fields(model).flatMap(field -> foreignKey(field).stream());
        return alter(model.table(), Stream.concat(declared(model).filter(KeyDdl::isForeignKey), fields));
    }

    /** The same for a relation table. */
    Optional<String> foreignKeys(RelationTable relation) {
        return alter(
                relation.name(),
                Stream.of(relation.near(), relation.far())
                        .flatMap(end -> foreignKey(end.column(), end.model(), end.onDelete()).stream()));
    }

    /** The clause of {@code ALTER TABLE} that holds a many2one to records that exist; empty for other fields. */
    public Optional<String> foreignKey(FieldDef field) {
        if (field.type() != FieldType.MANY2ONE || field.companyDependent() || LOG_USERS.contains(field.name())) {
            return Optional.empty();
        }
        OnDelete onDelete = field.relation().orElseThrow().onDelete();
        return foreignKey(field.name(), field.comodel(), onDelete);
    }

    /** Without a name, since PostgreSQL then gives the very name that it has in Odoo's databases. */
    private Optional<String> foreignKey(String column, String comodel, OnDelete onDelete) {
        return Optional.ofNullable(schema.models().get(comodel))
                .filter(HandMadeTables::canBeReferenced)
                .map(target -> "ADD FOREIGN KEY (" + quote(column) + ") REFERENCES " + quote(target.table())
                        + " (\"id\") ON DELETE " + action(onDelete));
    }

    /** The name that PostgreSQL reports: it cuts off what is too long. */
    public static String nameInDatabase(SqlConstraint constraint) {
        String name = constraint.name();
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    }

    /** What empties {@code create_uid} and {@code write_uid} everywhere when their user is deleted. */
    String forgetDeletedUsers() {
        String updates = schema.models().values().stream()
                .filter(HandMadeTables::hasTable)
                .flatMap(model -> TableDdl.fields(model)
                        .filter(field -> LOG_USERS.contains(field.name()))
                        .map(field -> forget(model.table(), quote(field.name()))))
                .collect(Collectors.joining());
        return "CREATE FUNCTION sandoo_forget_user() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN " + updates
                + "RETURN OLD; END $$; CREATE TRIGGER sandoo_forget_user AFTER DELETE ON res_users"
                + " FOR EACH ROW EXECUTE FUNCTION sandoo_forget_user()";
    }

    private static String forget(String table, String column) {
        return "UPDATE " + quote(table) + " SET " + column + " = NULL WHERE " + column + " = OLD.id; ";
    }

    private static Stream<String> declared(ModelDef model) {
        return model.constraints().stream()
                .filter(constraint -> constraint.kind() == SqlConstraint.Kind.CONSTRAINT)
                .filter(constraint -> !model.lateConstraints().contains(constraint))
                .map(constraint ->
                        "ADD CONSTRAINT " + quote(nameInDatabase(constraint)) + " " + constraint.definition());
    }

    private static boolean isForeignKey(String clause) {
        return clause.toLowerCase(Locale.ROOT).contains(" foreign key");
    }

    private static Optional<String> alter(String table, Stream<String> clauses) {
        String all = clauses.collect(Collectors.joining(", "));
        return all.isEmpty() ? Optional.empty() : Optional.of("ALTER TABLE " + quote(table) + " " + all);
    }

    private static String action(OnDelete onDelete) {
        return switch (onDelete) {
            case SET_NULL -> "SET NULL";
            case RESTRICT -> "RESTRICT";
            case CASCADE -> "CASCADE";
        };
    }
}
