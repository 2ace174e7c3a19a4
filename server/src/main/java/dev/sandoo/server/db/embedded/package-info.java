/**
 * A real PostgreSQL as our own child process: its programs unpacked from the bundled archive, its data folder made,
 * locked and served, whoever we run as and however the last run ended. No SQL here; the rest of {@code db} connects
 * to it as to any other server.
 */
package dev.sandoo.server.db.embedded;
