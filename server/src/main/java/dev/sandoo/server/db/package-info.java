/**
 * Connections, transactions, rows, and SQLSTATEs turned into errors; the databases of a PostgreSQL server and their
 * templates. The only package that imports {@code java.sql}, the driver and HikariCP. It knows no models.
 */
package dev.sandoo.server.db;
