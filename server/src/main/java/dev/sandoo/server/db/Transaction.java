package dev.sandoo.server.db;

import dev.sandoo.server.error.OdooError;
import dev.sandoo.server.sql.Json;
import dev.sandoo.server.sql.SqlArray;
import dev.sandoo.server.sql.SqlFragment;
import dev.sandoo.server.sql.SqlNull;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.sql.Types;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.util.PGobject;

/**
 * One transaction on one connection, REPEATABLE READ. Used by one thread. Closing without {@link #commit} rolls back.
 * Every method throws {@link dev.sandoo.server.error.DatabaseError} or {@link dev.sandoo.server.error.RetryableError}
 * when PostgreSQL refuses.
 */
public final class Transaction implements AutoCloseable {
    /** What the application name of a database's connections begins with; the database's number and our own mark follow. */
    static final String APPLICATION = "sandoo-";

    /** A statement that begins otherwise may write. */
    private static final String SELECT = "SELECT";

    private final Connection connection;
    private final Summaries summaries;
    private final Notes notes = new Notes();
    private Optional<String> snapshot = Optional.empty();
    private boolean written;
    private boolean committed;
    private int statements;
    private LocalDateTime now;
    private Map<String, Long> counters = Map.of();
    private Optional<Runnable> afterwards;

    /** @param afterwards what to do when it is over */
    Transaction(Connection connection, Summaries summaries, Runnable afterwards) {
        this.connection = connection;
        this.summaries = summaries;
        this.afterwards = Optional.of(afterwards);
    }

    /** All rows of a query, each turned into a value. */
    public <T> List<T> query(SqlFragment sql, RowReader<T> reader) {
        return run(sql, statement -> {
            try (ResultSet result = statement.executeQuery()) {
                Row row = new Row(result);
                List<T> values = new ArrayList<>();
                while (result.next()) {
                    values.add(reader.read(row));
                }
                return values;
            }
        });
    }

    /** The first row of a query, if there is one. */
    public <T> Optional<T> queryFirst(SqlFragment sql, RowReader<T> reader) {
        return query(sql, reader).stream().findFirst();
    }

    /**
     * The rows of a query that looks at many records to answer a few numbers: they are remembered until anybody writes. It may
     * depend on nothing but the data and its values, so it calls neither the time nor chance.
     *
     * @return the columns of each row as {@link Row#value(int)} reads them; unmodifiable
     */
    public List<List<Object>> querySummary(SqlFragment sql) {
        return snapshot.map(seen -> summaries.rows(databaseId(), seen, sql, () -> query(sql, Row::values)))
                .orElseGet(() -> query(sql, Row::values));
    }

    /**
     * Tells what this transaction sees, as {@code pg_current_snapshot()} names it. Whoever reads something else anyway reads
     * it too; without it nothing is remembered.
     */
    public void sees(String text) {
        snapshot = Optional.of(text);
    }

    /** Executes a statement and answers how many rows it changed. */
    public int update(SqlFragment sql) {
        return run(sql, PreparedStatement::executeUpdate);
    }

    /**
     * Executes one or several statements without values, such as DDL, in one round trip. They are not kept prepared.
     */
    public void execute(String sql) {
        startWriting();
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw SqlErrors.translate(e);
        }
    }

    /**
     * Executes a statement once for each row of values, in few round trips.
     *
     * @param rows values as in {@link SqlFragment}, in the order of the question marks
     */
    public void updateAll(String sql, List<List<Object>> rows) {
        startWriting();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (List<Object> row : rows) {
                bindAll(statement, row);
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException e) {
            throw SqlErrors.translate(e);
        }
    }

    /**
     * Loads rows into a table with COPY, the fastest way for many.
     *
     * @param rows values as in {@link SqlFragment}, save arrays, in the order of the columns; null is NULL
     */
    public void copyIn(String table, List<String> columns, Iterable<Object[]> rows) {
        startWriting();
        try {
            CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(CopyText.statement(table, columns));
            try {
                CopyText.write(rows, copy);
            } finally {
                if (copy.isActive()) {
                    copy.cancelCopy();
                }
            }
        } catch (SQLException e) {
            throw SqlErrors.translate(e);
        }
    }

    /**
     * Writes the whole database as SQL that {@code psql} reads into an empty one.
     *
     * @param emptied columns, as {@code table.column}, whose values are left out
     */
    public void dump(Set<String> emptied, OutputStream out) throws IOException {
        new DumpWriter(this, emptied, out).write();
    }

    /** Reads such SQL into an empty database. */
    public void restore(InputStream dump) throws IOException {
        new DumpReader(this, dump).read();
    }

    /** Rows in the text format of COPY, one at a time. */
    @FunctionalInterface
    interface TextRows {
        /** The next row with the end of its line; null after the last. */
        byte[] next() throws IOException;
    }

    /** Loads rows that are in the text format already, by this COPY statement. */
    void copyIn(String statement, TextRows rows) throws IOException {
        startWriting();
        try {
            CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(statement);
            try {
                for (byte[] row = rows.next(); row != null; row = rows.next()) {
                    copy.writeToCopy(row, 0, row.length);
                }
                copy.endCopy();
            } finally {
                if (copy.isActive()) {
                    copy.cancelCopy();
                }
            }
        } catch (SQLException e) {
            throw SqlErrors.translate(e);
        }
    }

    /** Writes what this COPY statement gives, in the text format. */
    void copyOut(String statement, OutputStream out) throws IOException {
        statements++;
        try {
            connection.unwrap(PGConnection.class).getCopyAPI().copyOut(statement, out);
        } catch (SQLException e) {
            throw SqlErrors.translate(e);
        }
    }

    /** Runs the work; if it throws, what it did to the database is undone and the error goes on. */
    public <T> T inSavepoint(Supplier<T> work) {
        Savepoint savepoint = savepoint();
        int mark = notes.mark();
        try {
            T value = work.get();
            connection.releaseSavepoint(savepoint);
            return value;
        } catch (SQLException e) {
            throw SqlErrors.translate(e);
        } catch (RuntimeException e) {
            rollbackTo(savepoint);
            notes.backTo(mark);
            throw e;
        }
    }

    /**
     * The number PostgreSQL gave the database when it was made. Unlike its name, no other database ever has it: what is
     * remembered by it need not be forgotten when a database is dropped and one of the same name follows.
     */
    public long databaseId() {
        try {
            String name = connection.unwrap(PGConnection.class).getParameterStatus("application_name");
            return Long.parseLong(name, APPLICATION.length(), name.lastIndexOf('-'), 10);
        } catch (SQLException e) {
            throw SqlErrors.translate(e);
        }
    }

    /**
     * The moment at which all of this transaction takes place, in UTC, by the {@link DatabaseClock database's clock}: the only
     * time that what happens in a database may go by. Asking costs nothing where the first statement has read the clock
     * along ({@link #takesPlaceAt}), else one statement the first time.
     */
    public LocalDateTime now() {
        if (now == null) {
            now = DatabaseClock.read(this).now();
        }
        return now;
    }

    /**
     * How often something that is cached has changed in the database ({@code sandoo_counter}), as the transaction sees it. Asking
     * costs nothing where the first statement has read the counters along ({@link #counts}), else one statement.
     *
     * @throws IllegalArgumentException when there is no counter of this name
     */
    public long counter(String name) {
        Long known = counters.get(name);
        if (known != null) {
            return known;
        }
        return queryFirst(
                        SqlFragment.of("SELECT value FROM sandoo_counter WHERE name = ?", name),
                        row -> row.longOrNull(1))
                .orElseThrow(() -> new IllegalArgumentException("there is no counter " + name));
    }

    /** Says how the database's counters stand, by who has read them in this transaction already. */
    public void counts(Map<String, Long> read) {
        counters = read;
    }

    /** Says what the database's clock shows, by who has read it in this transaction already. */
    public void takesPlaceAt(LocalDateTime read) {
        now = read;
    }

    /** What is to be told of this transaction. */
    public Notes notes() {
        return notes;
    }

    /** Whether it may have changed something: anything but a query counts. */
    public boolean hasWritten() {
        return written;
    }

    /** How an update tells here what its rows held before. */
    public RowsBefore rowsBefore() {
        try {
            return RowsBefore.of(connection.getMetaData().getDatabaseMajorVersion());
        } catch (SQLException e) {
            throw SqlErrors.translate(e);
        }
    }

    /** How many statements have run so far; tests hold calls to a number. */
    public int statements() {
        return statements;
    }

    /**
     * Does something in a transaction of its own on this connection, READ COMMITTED, and keeps it whatever becomes of this one.
     * What this one has done so far is kept too, and it goes on with what it sees then.
     */
    public <T> T apart(Supplier<T> work) {
        try {
            connection.commit();
            execute("SET TRANSACTION ISOLATION LEVEL READ COMMITTED");
            T value = work.get();
            connection.commit();
            snapshot = Optional.empty(); // another one holds from here on
            return value;
        } catch (SQLException e) {
            throw SqlErrors.translate(e);
        }
    }

    /** Makes the changes last. */
    public void commit() {
        try {
            connection.commit();
            committed = true;
        } catch (SQLException e) {
            throw SqlErrors.translate(e);
        }
    }

    /** Executes a last statement and makes the changes last, both in one round trip. */
    public void commitAfter(SqlFragment last) {
        update(last.append("; COMMIT"));
        commit(); // the driver knows that the transaction has ended, and asks PostgreSQL nothing
    }

    @Override
    public void close() {
        try (connection) {
            if (!committed && !connection.isClosed()) { // closed: lost on the way, as a statement has told already
                connection.rollback();
            }
        } catch (SQLException e) {
            throw SqlErrors.translate(e);
        } finally {
            afterwards.ifPresent(Runnable::run);
            afterwards = Optional.empty();
        }
    }

    private Savepoint savepoint() {
        try {
            return connection.setSavepoint();
        } catch (SQLException e) {
            throw SqlErrors.translate(e);
        }
    }

    private void rollbackTo(Savepoint savepoint) {
        try {
            connection.rollback(savepoint);
        } catch (SQLException e) {
            throw SqlErrors.translate(e);
        }
    }

    @FunctionalInterface
    private interface Work<T> {
        T with(PreparedStatement statement) throws SQLException;
    }

    /** From here on this transaction sees what others do not. */
    private void startWriting() {
        statements++;
        written = true;
        snapshot = Optional.empty();
    }

    private <T> T run(SqlFragment sql, Work<T> work) throws OdooError {
        if (sql.text().startsWith(SELECT)) {
            statements++;
        } else {
            startWriting();
        }
        try (PreparedStatement statement = connection.prepareStatement(sql.text())) {
            bindAll(statement, sql.parameters());
            return work.with(statement);
        } catch (SQLException e) {
            throw statements == 1 ? SqlErrors.translateOfFirst(e) : SqlErrors.translate(e);
        }
    }

    private void bindAll(PreparedStatement statement, List<Object> parameters) throws SQLException {
        int index = 1;
        for (Object parameter : parameters) {
            bind(statement, index++, parameter);
        }
    }

    private void bind(PreparedStatement statement, int index, Object parameter) throws SQLException {
        if (parameter instanceof SqlArray array) {
            statement.setArray(index, connection.createArrayOf(array.elementType(), array.elements()));
        } else if (parameter instanceof Json json) {
            PGobject object = new PGobject();
            object.setType("jsonb");
            object.setValue(json.text());
            statement.setObject(index, object);
        } else if (parameter instanceof SqlNull) {
            statement.setNull(index, Types.NULL);
        } else {
            statement.setObject(index, parameter);
        }
    }
}
