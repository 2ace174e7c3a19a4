package dev.sandoo.schema;

import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A constraint or index that PostgreSQL holds.
 *
 * @param name the name in the database, with the table's prefix
 * @param definition SQL: for a constraint such as {@code unique (login)}; for an index what follows {@code ON table}, such
 *     as {@code (name, journal_id) WHERE state = 'posted'}
 * @param message what the client is told when it is violated; empty where Odoo states none
 */
public record SqlConstraint(String name, Kind kind, String definition, String message) {
    private static final Pattern CHECK = Pattern.compile("(?is)\\s*check\\s*\\((.*)\\)\\s*");

    public SqlConstraint {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(definition, "definition");
        Objects.requireNonNull(message, "message");
    }

    /** A plain constraint. */
    public SqlConstraint(String name, String definition, String message) {
        this(name, Kind.CONSTRAINT, definition, message);
    }

    /** Whether it is a condition on single rows. */
    public boolean isCheck() {
        return kind == Kind.CONSTRAINT && CHECK.matcher(definition).matches();
    }

    /** The condition of a {@link #isCheck check}, as SQL. */
    public String condition() {
        Matcher matcher = CHECK.matcher(definition);
        if (!matcher.matches()) {
            throw new IllegalStateException(name + " is no check");
        }
        return matcher.group(1);
    }

    /** Whether the definition names the column. */
    boolean mentions(String column) {
        return Pattern.compile("\\b" + Pattern.quote(column) + "\\b")
                .matcher(definition)
                .find();
    }

    /** How PostgreSQL holds it. */
    public enum Kind {
        CONSTRAINT,
        UNIQUE_INDEX,
        INDEX
    }
}
