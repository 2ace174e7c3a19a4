package dev.sandoo.server.db;

import dev.sandoo.server.sql.Identifiers;
import dev.sandoo.server.sql.SqlFragment;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes a database as SQL that {@code psql} reads into an empty one: what {@code pg_dump} would do, which embedded PostgreSQL
 * does not come with. Serves one dump.
 */
final class DumpWriter {
    private static final String HEADER = """
            -- PostgreSQL database dump, written by Sandoo
            SET statement_timeout = 0;
            SET client_encoding = 'UTF8';
            SET standard_conforming_strings = on;
            SET check_function_bodies = false;
            SET client_min_messages = warning;
            """;

    private final Transaction transaction;
    private final Set<String> emptied;
    private final OutputStream out;

    /** @param emptied columns, as {@code table.column}, whose values are left out */
    DumpWriter(Transaction transaction, Set<String> emptied, OutputStream out) {
        this.transaction = transaction;
        this.emptied = Set.copyOf(emptied);
        this.out = out;
    }

    /** Writes all of it. Tables come before what refers to them, rows before what would slow them down. */
    void write() throws IOException {
        line(HEADER);
        // Only then do definitions come with their schema's names; what is defined so is found wherever it is read in.
        transaction.execute("SET LOCAL search_path = ''");
        statements(DumpQueries.EXTENSIONS);
        statements(DumpQueries.SEQUENCES);
        statements(DumpQueries.TABLES);
        statements(DumpQueries.INHERITED_DEFAULTS);
        statements(DumpQueries.OWNED_SEQUENCES);
        statements(DumpQueries.FUNCTIONS);
        statements(DumpQueries.VIEWS);
        for (Table table : tables()) {
            rows(table);
        }
        statements(DumpQueries.SEQUENCE_VALUES);
        statements(DumpQueries.CONSTRAINTS);
        statements(DumpQueries.INDEXES);
        statements(DumpQueries.FOREIGN_KEYS);
        statements(DumpQueries.TRIGGERS);
    }

    private record Table(String name, List<String> columns) {}

    private void statements(String query) throws IOException {
        for (String statement : transaction.query(SqlFragment.of(query), row -> row.text(1))) {
            line(statement + ";\n");
        }
    }

    private List<Table> tables() {
        return transaction.query(SqlFragment.of(DumpQueries.COLUMNS), row -> new Table(row.text(1), row.texts(2)));
    }

    private void rows(Table table) throws IOException {
        String name = "public." + Identifiers.quote(table.name());
        String columns = table.columns().stream().map(Identifiers::quote).collect(Collectors.joining(", "));
        String values = table.columns().stream()
                .map(column -> emptied.contains(table.name() + "." + column) ? "NULL" : Identifiers.quote(column))
                .collect(Collectors.joining(", "));
        line("COPY " + name + " (" + columns + ") FROM stdin;");
        transaction.copyOut("COPY (SELECT " + values + " FROM ONLY " + name + ") TO STDOUT", out);
        line("\\.\n");
    }

    private void line(String text) throws IOException {
        out.write((text + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
