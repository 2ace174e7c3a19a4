package dev.sandoo.server.web;

import java.util.List;
import java.util.Map;

/**
 * What the page of calls shows.
 *
 * @param newer where the calls after these are; empty when there are none
 * @param older where the calls before these are; empty when there are none
 */
public record AuditView(Frame frame, AuditQuery query, List<Row> rows, String newer, String older) {
    public AuditView {
        rows = List.copyOf(rows);
    }

    /** A call; texts are empty where there is nothing to show. */
    public record Row(
            String time,
            String user,
            String key,
            String call,
            String records,
            String outcome,
            String reason,
            String milliseconds,
            String from,
            List<Change> changes) {
        static Row of(Map<?, ?> call, List<Change> changes) {
            String key = text(call.get("key_name"));
            String policy = text(call.get("policy"));
            return new Row(
                    text(call.get("time")),
                    nameOf(call.get("user_id")),
                    policy.isEmpty() ? key : key + " (" + policy + ")",
                    text(call.get("model")) + "." + text(call.get("method")),
                    text(call.get("record_count")),
                    text(call.get("outcome")),
                    text(call.get("reason")),
                    text(call.get("milliseconds")),
                    text(call.get("protocol")) + " " + text(call.get("address")),
                    changes);
        }
    }

    /** A value that changed. */
    public record Change(String record, String field, String before, String after) {
        static Change of(Map<?, ?> row) {
            return new Change(
                    text(row.get("model")) + " " + text(row.get("res_id")),
                    text(row.get("field")),
                    text(row.get("old")),
                    text(row.get("new")));
        }
    }

    private static String text(Object value) {
        return value == null || value instanceof Boolean ? "" : value.toString();
    }

    private static String nameOf(Object reference) {
        return reference instanceof List<?> pair ? text(pair.get(1)) : text(reference);
    }

    static int idOf(Object reference) {
        return (Integer) (reference instanceof List<?> pair ? pair.get(0) : reference);
    }
}
