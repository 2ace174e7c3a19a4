package dev.sandoo.server.addons.custom;

import dev.sandoo.server.error.MissingError;
import dev.sandoo.server.orm.Records;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the three technical models have in common. */
final class CustomRecords {
    static final String MODEL = "ir.model";
    static final String FIELD = "ir.model.fields";
    static final String SELECTION = "ir.model.fields.selection";

    private CustomRecords() {}

    /** Whether the record was made while the database was used. */
    static boolean isCustom(Records record) {
        return "manual".equals(record.get("state"));
    }

    /**
     * Makes sure that all the records are there.
     *
     * @throws MissingError when one is not
     */
    static void requireExisting(Records records) {
        List<Integer> missing = new ArrayList<>(records.ids());
        missing.removeAll(records.exists().ids());
        if (!missing.isEmpty()) {
            throw new MissingError(records.env()
                    .version()
                    .message(
                            "record.missing",
                            Map.of(
                                    "record",
                                    records.browse(missing).describe(),
                                    "user",
                                    records.env().uid())));
        }
    }
}
