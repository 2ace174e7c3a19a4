package dev.sandoo.server.storage;

import dev.sandoo.schema.ModelDef;
import dev.sandoo.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Lets PostgreSQL's sequences go on after the base records: that of each table's ids, and those of {@code
 * ir.sequence}.
 */
final class Numbering {
    private static final String SEQUENCE = "ir.sequence";

    private final ModelDef model;
    private final ModelDef owner;
    private final List<Map<String, Object>> records;

    Numbering(Schema schema, String model, List<Map<String, Object>> records) {
        this.model = schema.models().get(model);
        this.owner = HandMadeTables.parent(this.model, schema).orElse(this.model);
        this.records = records;
    }

    List<String> statements() {
        List<String> statements = new ArrayList<>();
        int last = records.stream()
                .mapToInt(record -> (int) record.get("id"))
                .max()
                .orElse(0);
        if (last > 0) {
            String sequence = owner.table() + "_id_seq";
            // Tables that share one sequence must not set it back.
            statements.add("SELECT setval('" + sequence + "', greatest(" + last + ", (SELECT last_value FROM "
                    + sequence + ")))");
        }
        if (model.name().equals(SEQUENCE)) {
            records.stream()
                    .filter(record -> "standard".equals(record.get("implementation")))
                    .map(Numbering::create)
                    .forEach(statements::add);
        }
        return statements;
    }

    private static String create(Map<String, Object> record) {
        return String.format(
                "CREATE SEQUENCE ir_sequence_%03d INCREMENT BY %d START WITH %d",
                (int) record.get("id"), (int) record.get("number_increment"), (int) record.get("number_next"));
    }
}
