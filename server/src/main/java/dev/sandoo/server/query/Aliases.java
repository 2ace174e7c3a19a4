package dev.sandoo.server.query;

/** Names for the tables of one statement, each used once. The same condition always yields the same names. Not thread-safe. */
final class Aliases {
    /** PostgreSQL's 63 characters, less an underscore and a counter. */
    private static final int MAX_STEM = 56;

    private int used;

    /** A name that starts with the table's, so that people can read the statement. */
    String next(String table) {
        used++;
        return table.substring(0, Math.min(table.length(), MAX_STEM)) + "_" + used;
    }
}
