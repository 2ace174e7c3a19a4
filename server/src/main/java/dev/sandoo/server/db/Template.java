package dev.sandoo.server.db;

/** What a fresh database holds. Whoever knows the models provides it, so that this package need not. */
public interface Template {
    /** The Odoo version of its databases, such as {@code 19.0}; those of other versions are hidden. */
    String version();

    /** At least twelve letters and digits that change whenever the content does. */
    String hash();

    /** Fills an empty database. May use several connections; if it throws, the database is thrown away. */
    void build(Database empty);

    /** Makes a copy a database of its own, which is not taken for the one it was made from. */
    default void distinguish(Transaction copy) {}
}
