/**
 * What clients really sent: the latest calls of each database with arguments and answers, to be looked through, waited for
 * and checked by tests. Kept in the memory of the process that answered them, within bounds; the lasting record of who did
 * what is the audit's. Knows nothing of HTTP.
 */
package dev.sandoo.server.journal;
