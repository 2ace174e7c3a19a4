/**
 * Connections, transactions, rows, and SQLSTATEs turned into errors; the databases of a PostgreSQL server and their
 * templates. The only package that imports {@code java.sql}, the driver and HikariCP. It knows no models.
 *
 * <p>Time comes from here as well: {@link dev.sandoo.server.db.Transaction#now} is the moment of a call by its database's own
 * clock, which may be set. Whatever happens in a database goes by it (policies, rates and audits too), never by the machine's.
 */
package dev.sandoo.server.db;
