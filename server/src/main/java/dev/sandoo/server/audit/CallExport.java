package dev.sandoo.server.audit;

import dev.sandoo.server.db.Row;
import dev.sandoo.server.db.Transaction;
import dev.sandoo.server.sql.SqlFragment;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/** Writes calls out, oldest first, a thousand at a time: what there is need not fit into memory. */
public final class CallExport {
    private static final int AT_ONCE = 1_000;

    private static final String SELECT = """
            SELECT c.id, to_char(c.time, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), c.request_id, c.user_id,
                   (SELECT u.login FROM res_users u WHERE u.id = c.user_id), c.key_id, c.key_name, c.policy, c.protocol,
                   c.address, c.user_agent, c.model, c.method, c.record_count, c.outcome, c.reason, c.milliseconds,
                   (SELECT jsonb_agg(jsonb_build_object('model', h.model, 'res_id', h.res_id, 'field', h.field,
                                                        'old', h.old, 'new', h.new) ORDER BY h.id)
                      FROM sandoo_call_change h WHERE h.call_id = c.id)
              FROM sandoo_call c
             WHERE c.id > ? AND\s""";

    private CallExport() {}

    /**
     * Writes the calls that fit.
     *
     * @param progress is told how many have been written, now and then
     * @return how many there were
     * @throws IOException when they cannot be written
     */
    public static long write(
            Transaction transaction, CallFilter filter, ExportFormat format, Appendable out, LongConsumer progress)
            throws IOException {
        out.append(format.head());
        long written = 0;
        List<ExportedCall> calls = page(transaction, filter, 0);
        while (!calls.isEmpty()) {
            for (ExportedCall call : calls) {
                out.append(format.line(call));
            }
            written += calls.size();
            progress.accept(written);
            calls = page(transaction, filter, calls.get(calls.size() - 1).id());
        }
        return written;
    }

    private static List<ExportedCall> page(Transaction transaction, CallFilter filter, int after) {
        SqlFragment query =
                SqlFragment.of(SELECT, after).append(filter.condition()).append(" ORDER BY c.id LIMIT " + AT_ONCE);
        return transaction.query(query, CallExport::read);
    }

    private static ExportedCall read(Row row) {
        List<String> values = new ArrayList<>();
        for (int i = 1; i <= ExportedCall.COLUMNS.size(); i++) {
            values.add(row.text(i));
        }
        return new ExportedCall(row.integer(1), values);
    }
}
