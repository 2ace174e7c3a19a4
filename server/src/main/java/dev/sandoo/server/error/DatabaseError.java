package dev.sandoo.server.error;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * PostgreSQL refused a statement. The ORM turns violated constraints into the model's own errors; what reaches a client
 * carries psycopg2's name of the exception, as it does in Odoo.
 */
public final class DatabaseError extends OdooError {
    private final String sqlState;
    private final String pythonName;
    private final Optional<String> constraint;
    private final Optional<String> table;
    private final Optional<String> column;
    private final Optional<String> detail;

    /**
     * @param sqlState five characters, such as {@code 23505}
     * @param pythonName psycopg2's name, such as {@code psycopg2.errors.UniqueViolation}
     */
    public DatabaseError(
            String sqlState,
            String pythonName,
            String message,
            Optional<String> constraint,
            Optional<String> table,
            Optional<String> column,
            Optional<String> detail,
            Throwable cause) {
        super(message, List.of(message), cause);
        this.sqlState = Objects.requireNonNull(sqlState, "sqlState");
        this.pythonName = Objects.requireNonNull(pythonName, "pythonName");
        this.constraint = constraint;
        this.table = table;
        this.column = column;
        this.detail = detail;
    }

    /** What PostgreSQL would have said, had it been asked. */
    public DatabaseError(String sqlState, String pythonName, String message) {
        this(
                sqlState,
                pythonName,
                message,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                null);
    }

    public String sqlState() {
        return sqlState;
    }

    /** The violated constraint. */
    public Optional<String> constraint() {
        return constraint;
    }

    public Optional<String> table() {
        return table;
    }

    public Optional<String> column() {
        return column;
    }

    /** What PostgreSQL adds about the row; for our own use, never for a client. */
    public Optional<String> detail() {
        return detail;
    }

    @Override
    public ErrorKind kind() {
        return ErrorKind.DATABASE;
    }

    @Override
    public String pythonName() {
        return pythonName;
    }
}
