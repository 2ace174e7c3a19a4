package dev.sandoo.server.storage;

import static dev.sandoo.server.sql.Identifiers.quote;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.FieldDef.Relation;
import dev.sandoo.schema.FieldType;
import dev.sandoo.schema.ModelDef;
import dev.sandoo.schema.Schema;
import dev.sandoo.schema.SqlConstraint;
import dev.sandoo.server.field.Columns;
import dev.sandoo.server.sql.ColumnType;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * Indexes: those that models and fields declare, one for each many2one that a one2many comes back through, and one
 * for each relation table read from its far end.
 */
final class IndexDdl {
    private static final int LONGEST_NAME = 63;
    private static final String PLAIN = "btree";
    private static final String NOT_NULL = "btree_not_null";
    private static final String TRIGRAM = "trigram";

    private final Set<String> inverses = new HashSet<>();
    private final Schema schema;
    private final boolean trigrams;

    /** @param trigrams whether the database has the extension {@code pg_trgm} */
    IndexDdl(Schema schema, boolean trigrams) {
        this.schema = schema;
        this.trigrams = trigrams;
        for (ModelDef model : schema.models().values()) {
            model.fields().values().stream()
                    .filter(field -> field.type() == FieldType.ONE2MANY)
                    .flatMap(field -> field.relation().stream())
                    .forEach(this::addInverse);
        }
    }

    private void addInverse(Relation relation) {
        relation.inverseName().ifPresent(name -> inverses.add(relation.comodel() + "/" + name));
    }

    List<String> of(ModelDef model) {
        if (isShortLived(model.name())) {
            return List.of();
        }
        Stream<String> declared =
                model.constraints().stream().flatMap(constraint -> declared(model, constraint).stream());
        Stream<String> fields = TableDdl.fields(model).flatMap(field -> of(model, field).stream());
        return Stream.concat(declared, fields).toList();
    }

    Optional<String> of(RelationTable relation) {
        if (isShortLived(relation.near().model())) {
            return Optional.empty();
        }
        String near = relation.near().column();
        String far = relation.far().column();
        return Optional.of("CREATE INDEX " + name(relation.name(), far + "_" + near) + " ON " + quote(relation.name())
                + " (" + quote(far) + ", " + quote(near) + ")");
    }

    /** Whether the model's records are swept soon; tables with few rows need no indexes. */
    private boolean isShortLived(String model) {
        return schema.models().get(model).kind() == ModelDef.Kind.TRANSIENT;
    }

    private static Optional<String> declared(ModelDef model, SqlConstraint constraint) {
        return switch (constraint.kind()) {
            case CONSTRAINT -> Optional.empty();
            case UNIQUE_INDEX -> Optional.of("CREATE UNIQUE INDEX " + on(model, constraint));
            case INDEX -> Optional.of("CREATE INDEX " + on(model, constraint));
        };
    }

    private static String on(ModelDef model, SqlConstraint constraint) {
        return quote(KeyDdl.nameInDatabase(constraint)) + " ON " + quote(model.table()) + " " + constraint.definition();
    }

    Optional<String> of(ModelDef model, FieldDef field) {
        ColumnType type = Columns.typeOf(field);
        if (type == ColumnType.JSONB) {
            return Optional.empty(); // looked into by language or company, which no plain index serves
        }
        String column = quote(field.name());
        String begin = "CREATE INDEX " + name(model.table(), field.name()) + " ON " + quote(model.table());
        return switch (kind(model, field)) {
            case PLAIN -> Optional.of(begin + " (" + column + ")");
            case NOT_NULL -> Optional.of(begin + " (" + column + ") WHERE " + column + " IS NOT NULL");
            case TRIGRAM ->
                Optional.of(begin + " USING gin (" + column + " gin_trgm_ops)").filter(sql -> trigrams);
            default -> Optional.empty();
        };
    }

    private String kind(ModelDef model, FieldDef field) {
        boolean followed = inverses.contains(model.name() + "/" + field.name())
                || field.name().equals("parent_path");
        return field.index().orElse(followed ? NOT_NULL : "");
    }

    static String name(String table, String columns) {
        String name = table + "__" + columns + "_index";
        if (name.length() > LONGEST_NAME) {
            CRC32 checksum = new CRC32();
            checksum.update(name.getBytes(StandardCharsets.UTF_8));
            String end = "_" + Long.toHexString(checksum.getValue());
            name = name.substring(0, LONGEST_NAME - end.length()) + end;
        }
        return quote(name);
    }
}
