package dev.sandoo.server.audit;

import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * A call as it leaves the database.
 *
 * @param values as text in the order of the columns, null for none; the changes are JSON
 */
record ExportedCall(int id, List<String> values) {
    static final List<String> COLUMNS = List.of(
            "id",
            "time",
            "request_id",
            "user_id",
            "login",
            "key_id",
            "key_name",
            "policy",
            "protocol",
            "address",
            "user_agent",
            "model",
            "method",
            "record_count",
            "outcome",
            "reason",
            "milliseconds",
            "changes");

    /** Those whose text is a JSON value already. */
    static final Set<String> JSON_COLUMNS =
            Set.of("id", "user_id", "key_id", "record_count", "milliseconds", "changes");

    ExportedCall {
        values = Collections.unmodifiableList(values);
    }
}
