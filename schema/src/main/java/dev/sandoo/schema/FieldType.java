package dev.sandoo.schema;

import java.util.Locale;

/** The field types of Odoo, named on the wire by {@link #wireName()}. */
public enum FieldType {
    BOOLEAN,
    INTEGER,
    FLOAT,
    MONETARY,
    CHAR,
    TEXT,
    HTML,
    DATE,
    DATETIME,
    SELECTION,
    REFERENCE,
    MANY2ONE,
    MANY2ONE_REFERENCE,
    ONE2MANY,
    MANY2MANY,
    BINARY,
    JSON,
    PROPERTIES,
    PROPERTIES_DEFINITION;

    private final String wireName = name().toLowerCase(Locale.ROOT);

    /** The name that {@code fields_get} gives, such as {@code many2one}. */
    public String wireName() {
        return wireName;
    }

    /** Whether a value is one id or several of another model. */
    public boolean isRelational() {
        return this == MANY2ONE || isToMany();
    }

    /** Whether a value is a list of records. */
    public boolean isToMany() {
        return this == ONE2MANY || this == MANY2MANY;
    }

    /** Whether a value is text of any kind that {@code like} operators work on. */
    public boolean isText() {
        return this == CHAR || this == TEXT || this == HTML;
    }

    /** Whether a value is a number that aggregates can be taken of. */
    public boolean isNumeric() {
        return this == INTEGER || this == FLOAT || this == MONETARY;
    }

    /**
     * The type with this wire name.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static FieldType of(String wireName) {
        for (FieldType type : values()) {
            if (type.wireName.equals(wireName)) {
                return type;
            }
        }
        throw new IllegalArgumentException("unknown field type " + wireName);
    }
}
