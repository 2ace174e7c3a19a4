package dev.sandoo.server;

import dev.sandoo.server.journal.CallWatch;
import dev.sandoo.server.journal.Journal;
import dev.sandoo.server.metrics.Metrics;
import dev.sandoo.server.rpc.CallAudit;

/**
 * What looks on while calls pass.
 *
 * @param journal the latest calls, which {@code watch} writes
 * @param audit what is kept of each call
 */
record Observers(Journal journal, CallWatch watch, CallAudit audit, Metrics metrics) {}
