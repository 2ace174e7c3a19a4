package dev.sandoo.server.storage;

import static dev.sandoo.server.sql.Identifiers.quote;

import dev.sandoo.schema.ModelDef;
import dev.sandoo.schema.Schema;
import dev.sandoo.schema.load.BaseData;
import dev.sandoo.server.db.Database;
import dev.sandoo.server.db.Template;
import dev.sandoo.server.db.Transaction;
import dev.sandoo.server.sql.SqlFragment;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

/**
 * A fresh database of an Odoo version. Tables come first, then rows, then what holds the rows together: in this order
 * each step is one pass.
 */
public final class SchemaTemplate implements Template {
    /** Raise it whenever this package builds something else from the same data. */
    private static final int LAYOUT = 7;

    private static final int HASH_PART = 16;
    private static final String ADMIN = "admin";

    /** The parameters that no two of Odoo's databases share, and so no facts hold. */
    private static final String IDENTITY = """
            INSERT INTO ir_config_parameter (id, key, value, create_uid, create_date, write_uid, write_date)
            SELECT p.id, p.key, p.value, 1, n.now, 1, n.now
              FROM (SELECT date_trunc('second', now() AT TIME ZONE 'UTC')) n(now),
                   LATERAL (VALUES (1, 'database.secret', gen_random_uuid()::text),
                                   (2, 'database.uuid', gen_random_uuid()::text),
                                   (3, 'database.create_date', to_char(n.now, 'YYYY-MM-DD HH24:MI:SS'))) p(id, key, value)
             WHERE NOT EXISTS (SELECT 1 FROM ir_config_parameter q WHERE q.key = p.key OR q.id = p.id)""";

    private final Schema schema;
    private final BaseData data;
    private final UnaryOperator<String> passwordHasher;
    private final Clock clock;

    /** @param passwordHasher turns the administrator's first password into what {@code res_users.password} holds */
    public SchemaTemplate(Schema schema, BaseData data, UnaryOperator<String> passwordHasher, Clock clock) {
        this.schema = schema;
        this.data = data;
        this.passwordHasher = passwordHasher;
        this.clock = clock;
    }

    @Override
    public String version() {
        return schema.version().name();
    }

    @Override
    public String hash() {
        CRC32 checksum = new CRC32();
        checksum.update((schema.hash() + " " + LAYOUT + " " + resource("sandoo.sql") + resource("triggers.sql"))
                .getBytes(StandardCharsets.UTF_8));
        return String.format("%08x", checksum.getValue()) + schema.hash().substring(0, HASH_PART);
    }

    @Override
    public void build(Database empty) {
        LocalDateTime now =
                LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS);
        // The rows are put together while PostgreSQL makes the tables.
        CompletableFuture<BaseRecords> records = CompletableFuture.supplyAsync(() -> BaseRecords.of(schema, data, now));
        CompletableFuture<String> password = CompletableFuture.supplyAsync(() -> passwordHasher.apply(ADMIN));
        try (Transaction transaction = empty.begin()) {
            // The template is forced to disk when it is declared complete.
            transaction.execute("SET LOCAL synchronous_commit = off");
            boolean trigrams = addTrigrams(transaction);
            run(transaction, tables());
            load(transaction, records.join());
            analyze(transaction, records.join());
            setPassword(transaction, password.join());
            transaction.execute(IDENTITY);
            run(transaction, keys(trigrams));
            run(transaction, List.of(resource("triggers.sql")));
            transaction.commit();
        }
    }

    @Override
    public void distinguish(Transaction copy) {
        DatabaseIdentity.renew(copy);
    }

    /** Statistics of the tables that hold something; empty ones say nothing. */
    private static void analyze(Transaction transaction, BaseRecords records) {
        transaction.execute("ANALYZE "
                + records.tables().stream().map(table -> quote(table.table())).collect(Collectors.joining(", ")));
    }

    private static boolean addTrigrams(Transaction transaction) {
        SqlFragment available = SqlFragment.of("SELECT 1 FROM pg_available_extensions WHERE name = 'pg_trgm'");
        boolean trigrams =
                transaction.queryFirst(available, row -> row.integer(1)).isPresent();
        if (trigrams) {
            transaction.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm");
        }
        return trigrams;
    }

    private List<String> tables() {
        List<String> statements = new ArrayList<>(List.of(resource("sandoo.sql")));
        List<String> heirs = new ArrayList<>();
        ColumnOrder order = new ColumnOrder(data.rules());
        for (ModelDef model : models()) {
            HandMadeTables.parent(model, schema)
                    .ifPresentOrElse(
                            parent -> heirs.add(TableDdl.create(model, Optional.of(parent), order)),
                            () -> statements.add(tableOrView(model, order)));
        }
        statements.addAll(heirs);
        relations().forEach(relation -> statements.add(TableDdl.create(relation)));
        return statements;
    }

    private static String tableOrView(ModelDef model, ColumnOrder order) {
        return HandMadeTables.hasTable(model)
                ? TableDdl.create(model, Optional.empty(), order)
                : TableDdl.createEmptyView(model);
    }

    private List<String> keys(boolean trigrams) {
        KeyDdl keys = new KeyDdl(schema);
        IndexDdl indexes = new IndexDdl(schema, trigrams);
        List<ModelDef> tables =
                models().stream().filter(HandMadeTables::hasTable).toList();
        List<String> statements = new ArrayList<>();
        tables.forEach(model -> keys.constraints(model).ifPresent(statements::add));
        tables.forEach(model -> keys.foreignKeys(model).ifPresent(statements::add));
        tables.forEach(model -> statements.addAll(indexes.of(model)));
        for (RelationTable relation : relations()) {
            keys.foreignKeys(relation).ifPresent(statements::add);
            indexes.of(relation).ifPresent(statements::add);
        }
        statements.add(keys.forgetDeletedUsers());
        return statements;
    }

    private void load(Transaction transaction, BaseRecords records) {
        List<String> sequences = new ArrayList<>();
        for (TableRows table : records.tables()) {
            transaction.copyIn(table.table(), table.columns(), table.rows());
        }
        records.records().forEach((name, list) -> sequences.addAll(new Numbering(schema, name, list).statements()));
        run(transaction, sequences);
    }

    private static void setPassword(Transaction transaction, String hash) {
        transaction.update(SqlFragment.of("UPDATE res_users SET password = ? WHERE login = ?", hash, ADMIN));
    }

    private static void run(Transaction transaction, List<String> statements) {
        transaction.execute(String.join(";\n", statements));
    }

    private Collection<ModelDef> models() {
        return schema.models().values().stream()
                .filter(model -> model.kind() != ModelDef.Kind.ABSTRACT)
                .toList();
    }

    private Collection<RelationTable> relations() {
        return RelationTable.of(schema).values();
    }

    private static String resource(String name) {
        try (InputStream stream = SchemaTemplate.class.getResourceAsStream("/storage/" + name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
