package dev.sandoo.server.addons.base;

import dev.sandoo.server.access.Operation;
import dev.sandoo.server.error.AccessError;
import dev.sandoo.server.orm.Environment;
import dev.sandoo.server.orm.Records;
import dev.sandoo.server.sql.SqlArray;
import dev.sandoo.server.sql.SqlFragment;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who may do what with attachments: those of a record belong to whoever may do it with the record. Later versions keep one without
 * a record to its creator; earlier ones leave it to all staff. Source: recorded scenario orm_access, and attachments of every kind
 * asked for by administrator, staff and portal users of 19.0 and 14.0.
 */
final class AttachmentRights {
    /** Later versions refuse in their own words and let search find only what may be read. */
    private static final String STRICT = "attachments.records-must-exist";

    private static final String REFUSED = "Sorry, you are not allowed to access this document.";

    private final Environment env;
    private final boolean strict;
    private final boolean administrator;

    AttachmentRights(Environment env) {
        this.env = env;
        this.strict = env.version().has(STRICT);
        this.administrator = env.hasGroup("base.group_system");
    }

    private record Line(int id, String model, int record, String field, boolean open, int creator) {
        boolean hasRecord() {
            return !model.isEmpty() && record != 0;
        }
    }

    /**
     * Lets pass those who may read all of the attachments.
     *
     * @throws AccessError for others
     */
    void checkRead(Records attachments) {
        if (env.isSuperuser()) {
            return;
        }
        if (strict) {
            Set<Integer> hidden = hidden(lines(attachments.ids()), Operation.READ);
            if (!hidden.isEmpty() || !attachments.browse(List.of()).may(Operation.READ)) {
                throw attachments
                        .browse(hidden.isEmpty() ? attachments.ids() : hidden)
                        .refusal(Operation.READ);
            }
        } else {
            check(lines(attachments.ids()), Operation.READ);
        }
    }

    /**
     * Lets pass those who may change, or delete, all of the attachments.
     *
     * @throws AccessError for others
     */
    void checkWrite(Records attachments) {
        if (env.isSuperuser()) {
            return;
        }
        List<Line> lines = lines(attachments.ids());
        if (!strict) {
            check(lines, Operation.WRITE);
            return;
        }
        attachments.requireModelRight(Operation.WRITE);
        Set<Integer> refused = hidden(lines, Operation.WRITE);
        if (!refused.isEmpty()) {
            throw new AccessError(
                    REFUSED + " Please contact your system administrator.\n\n(Operation: write)\n\nRecords: "
                            + attachments.browse(refused).describe() + ", User: " + env.uid());
        }
    }

    /** The attachments that searches leave out, whatever they look for. */
    Set<Integer> hidden() {
        if (env.isSuperuser()) {
            return Set.of();
        }
        List<Line> lines =
                query(SqlFragment.of(COLUMNS + " WHERE res_model IS NOT NULL OR NOT coalesce(public, false)"));
        if (strict) {
            return hidden(lines, Operation.READ);
        }
        List<Line> kept = lines.stream()
                .filter(line -> !line.open() && !line.model().isEmpty())
                .filter(line -> env.registry().find(line.model()).isPresent())
                .toList();
        Set<Integer> hidden = new TreeSet<>(denied(kept, Operation.READ));
        kept.stream().filter(line -> !line.field().isEmpty()).forEach(line -> hidden.add(line.id()));
        return hidden;
    }

    private Set<Integer> hidden(List<Line> lines, Operation operation) {
        List<Line> withRecord = new ArrayList<>();
        Set<Integer> hidden = new LinkedHashSet<>();
        for (Line line : lines) {
            if (line.open() && operation == Operation.READ) {
                continue;
            }
            if (line.hasRecord()) {
                withRecord.add(line);
            } else if (line.creator() != env.uid() && !administrator) {
                hidden.add(line.id());
            }
        }
        hidden.addAll(denied(withRecord, operation));
        return hidden;
    }

    /** Those whose record the caller may not do this with, or that have none. */
    private Set<Integer> denied(List<Line> lines, Operation operation) {
        Map<String, Set<Integer>> wanted = new LinkedHashMap<>();
        lines.forEach(line -> wanted.computeIfAbsent(line.model(), model -> new LinkedHashSet<>())
                .add(line.record()));
        Map<String, Set<Integer>> allowed = new LinkedHashMap<>();
        wanted.forEach((model, ids) -> allowed.put(
                model,
                env.registry().find(model).isEmpty()
                        ? Set.of()
                        : new HashSet<>(
                                env.records(model, ids).allowed(operation).ids())));
        Set<Integer> denied = new LinkedHashSet<>();
        for (Line line : lines) {
            if (!allowed.get(line.model()).contains(line.record())) {
                denied.add(line.id());
            }
        }
        return denied;
    }

    /** As the earlier version: the record's own refusal, and nobody but staff. */
    private void check(List<Line> lines, Operation operation) {
        if (!env.hasGroup("base.group_user")) {
            throw new AccessError(REFUSED);
        }
        for (Line line : lines) {
            if (line.open() && operation == Operation.READ) {
                continue;
            }
            if (!line.field().isEmpty() && !administrator) {
                throw new AccessError(REFUSED);
            }
            if (line.hasRecord() && env.registry().find(line.model()).isPresent()) {
                Records record = env.record(line.model(), line.record());
                record.requireModelRight(operation);
                Records existing = record.exists();
                if (!existing.isEmpty()) {
                    existing.require(operation);
                }
            }
        }
    }

    private static final String COLUMNS =
            "SELECT id, coalesce(res_model, ''), coalesce(res_id, 0), coalesce(res_field, ''),"
                    + " coalesce(public, false), coalesce(create_uid, 0) FROM ir_attachment";

    private List<Line> lines(List<Integer> ids) {
        return query(SqlFragment.of(COLUMNS + " WHERE id = ANY(?)", SqlArray.ids(ids)));
    }

    private List<Line> query(SqlFragment statement) {
        return env.transaction()
                .query(
                        statement,
                        row -> new Line(
                                row.integer(1), row.text(2), row.integer(3), row.text(4), row.bool(5), row.integer(6)));
    }
}
