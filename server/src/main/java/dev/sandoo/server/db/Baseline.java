package dev.sandoo.server.db;

import dev.sandoo.server.sql.SqlFragment;
import java.util.Optional;

/**
 * What a database is put back to, as a row of it says.
 *
 * @param source the database it was cloned from, by PostgreSQL's number
 * @param age how many transactions ago it was the equal of its source: rows of younger transactions are its own
 * @param origin the snapshot it was made from; empty for one that was made from the template
 */
record Baseline(long source, int age, Optional<String> origin) {
    static final String TABLE = "sandoo_baseline";

    private static final String CREATE = """
            CREATE TABLE sandoo_baseline (
                one boolean PRIMARY KEY DEFAULT true CHECK (one),
                source bigint NOT NULL,
                xid xid8 NOT NULL,
                origin varchar
            )""";

    private static final String READ = "SELECT source, age(xid::xid), coalesce(origin, '') FROM sandoo_baseline";
    private static final String WRITE = """
            INSERT INTO sandoo_baseline (source, xid, origin)
            VALUES (?, pg_current_xact_id(), nullif(?, ''))
            ON CONFLICT (one) DO UPDATE SET source = excluded.source, xid = excluded.xid, origin = excluded.origin
            """;

    static void createTable(Transaction transaction) {
        transaction.execute(CREATE);
    }

    /** Empty for a database that was not cloned from anything. */
    static Optional<Baseline> read(Transaction transaction) {
        return transaction.queryFirst(
                SqlFragment.of(READ),
                row -> new Baseline(
                        row.longOrNull(1),
                        row.integer(2),
                        Optional.of(row.text(3)).filter(name -> !name.isEmpty())));
    }

    /** Says that with this transaction the database is the equal of its source. */
    static void write(Transaction transaction, long source, Optional<String> origin) {
        transaction.update(SqlFragment.of(WRITE, source, origin.orElse("")));
    }
}
