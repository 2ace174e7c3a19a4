package dev.sandoo.server.db;

import dev.sandoo.server.error.DatabaseError;
import dev.sandoo.server.error.OdooError;
import dev.sandoo.server.error.RetryableError;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Turns an {@link SQLException} into the family of errors, by SQLSTATE. Nothing above this package sees the former. */
final class SqlErrors {
    private static final Map<String, String> RETRYABLE = Map.of(
            "40001", "psycopg2.errors.SerializationFailure",
            "40P01", "psycopg2.errors.DeadlockDetected",
            "55P03", "psycopg2.errors.LockNotAvailable");

    private static final Map<String, String> PYTHON_NAMES = Map.ofEntries(
            Map.entry("22001", "psycopg2.errors.StringDataRightTruncation"),
            Map.entry("22003", "psycopg2.errors.NumericValueOutOfRange"),
            Map.entry("22007", "psycopg2.errors.InvalidDatetimeFormat"),
            Map.entry("22008", "psycopg2.errors.DatetimeFieldOverflow"),
            Map.entry("22012", "psycopg2.errors.DivisionByZero"),
            Map.entry("2201W", "psycopg2.errors.InvalidRowCountInLimitClause"),
            Map.entry("2201X", "psycopg2.errors.InvalidRowCountInResultOffsetClause"),
            Map.entry("22021", "psycopg2.errors.CharacterNotInRepertoire"),
            Map.entry("22P02", "psycopg2.errors.InvalidTextRepresentation"),
            Map.entry("23502", "psycopg2.errors.NotNullViolation"),
            Map.entry("23503", "psycopg2.errors.ForeignKeyViolation"),
            Map.entry("23505", "psycopg2.errors.UniqueViolation"),
            Map.entry("23514", "psycopg2.errors.CheckViolation"),
            Map.entry("23P01", "psycopg2.errors.ExclusionViolation"),
            Map.entry("42703", "psycopg2.errors.UndefinedColumn"),
            Map.entry("42804", "psycopg2.errors.DatatypeMismatch"),
            Map.entry("42883", "psycopg2.errors.UndefinedFunction"),
            Map.entry("42P01", "psycopg2.errors.UndefinedTable"),
            Map.entry("57014", "psycopg2.errors.QueryCanceled"));

    /**
     * Since version 18 PostgreSQL tells apart what ON DELETE RESTRICT forbids; Odoo's clients know one error for
     * both.
     */
    private static final String RESTRICT_VIOLATION = "23001";

    private static final String FOREIGN_KEY_VIOLATION = "23503";

    /** What a connection says when another node has put its database back or dropped it. */
    private static final String CLOSED_BY_ADMINISTRATOR = "57P01";

    private SqlErrors() {}

    /** The same for the first statement of a transaction: where the connection was closed before it, nothing is lost yet. */
    static OdooError translateOfFirst(SQLException e) {
        return state(e).equals(CLOSED_BY_ADMINISTRATOR)
                ? new RetryableError("psycopg2.errors.AdminShutdown", e.getMessage(), e)
                : translate(e);
    }

    static OdooError translate(SQLException e) {
        String state = state(e);
        String retryable = RETRYABLE.get(state);
        if (retryable != null) {
            return new RetryableError(retryable, e.getMessage(), e);
        }
        ServerErrorMessage details = e instanceof PSQLException p ? p.getServerErrorMessage() : null;
        return new DatabaseError(
                state,
                PYTHON_NAMES.getOrDefault(state, "psycopg2.OperationalError"),
                details == null || details.getMessage() == null ? message(e.getMessage()) : hinted(details),
                Optional.ofNullable(details).map(ServerErrorMessage::getConstraint),
                Optional.ofNullable(details).map(ServerErrorMessage::getTable),
                Optional.ofNullable(details).map(ServerErrorMessage::getColumn),
                Optional.ofNullable(details).map(ServerErrorMessage::getDetail),
                e);
    }

    private static String state(SQLException e) {
        if (e.getSQLState() == null) {
            return "XX000";
        }
        return e.getSQLState().equals(RESTRICT_VIOLATION) ? FOREIGN_KEY_VIOLATION : e.getSQLState();
    }

    /** The message with PostgreSQL's advice behind it, as psycopg2 shows it; without the line of SQL, which is not Odoo's. */
    private static String hinted(ServerErrorMessage details) {
        String text = message(details.getMessage());
        return details.getHint() == null ? text : text + "\nHINT:  " + details.getHint() + "\n";
    }

    private static String message(String text) {
        return text.replace("violates RESTRICT setting of foreign key", "violates foreign key");
    }
}
