package dev.sandoo.server.addons.mail;

import dev.sandoo.server.orm.Records;
import java.util.Set;

/** Which of several records are left at the end of a call; asked once for all of them. */
final class Survivors {
    private final Records records;
    private Set<Integer> ids;

    Survivors(Records records) {
        this.records = records;
    }

    boolean include(Records record) {
        if (ids == null) {
            ids = Set.copyOf(records.exists().ids());
        }
        return ids.contains(record.id());
    }
}
