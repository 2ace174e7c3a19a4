package dev.sandoo.server.sql;

/** The column types that models use. */
public enum ColumnType {
    BOOL("bool"),
    INT4("int4"),
    FLOAT8("float8"),
    NUMERIC("numeric"),
    VARCHAR("varchar"),
    TEXT("text"),
    DATE("date"),
    TIMESTAMP("timestamp"),
    JSONB("jsonb"),
    BYTEA("bytea");

    private final String sqlName;

    ColumnType(String sqlName) {
        this.sqlName = sqlName;
    }

    /** PostgreSQL's name. */
    public String sqlName() {
        return sqlName;
    }
}
