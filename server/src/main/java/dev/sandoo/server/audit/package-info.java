/**
 * The append-only record of calls: who called what with which key, how it ended, and which values it changed. Lines are written
 * in the transaction of the change they tell of, all others in batches beside the calls; what keeps nothing secret is decided
 * here and nowhere else. Nothing here is read while a call runs, and nobody's rights are known.
 */
package dev.sandoo.server.audit;
