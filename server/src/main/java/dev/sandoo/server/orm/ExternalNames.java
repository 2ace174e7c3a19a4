package dev.sandoo.server.orm;

import dev.sandoo.schema.ModelDef;
import dev.sandoo.server.sql.SqlArray;
import dev.sandoo.server.sql.SqlFragment;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** External ids of records, with and without those that are made up for want of one. */
final class ExternalNames {
    private static final String FIND =
            "SELECT res_id, module || '.' || name FROM ir_model_data WHERE model = ? AND res_id = ANY(?) ORDER BY id";
    private static final String NAMED = "SELECT model, res_id FROM ir_model_data WHERE module = ? AND name = ?";

    private final Environment env;

    ExternalNames(Environment env) {
        this.env = env;
    }

    /** What an external id names. */
    record Named(String model, int id) {}

    /** The external ids of records; those who have none get one. */
    Map<Integer, String> ensured(ModelDef model, Collection<Integer> ids) {
        Map<Integer, String> names = new HashMap<>();
        env.transaction()
                .query(
                        SqlFragment.of(FIND, model.name(), SqlArray.ids(ids)),
                        row -> names.putIfAbsent(row.integer(1), row.text(2)));
        List<Map<String, Object>> made = new ArrayList<>();
        for (Integer id : ids) {
            if (!names.containsKey(id)) {
                String name = model.table() + "_" + id + "_"
                        + UUID.randomUUID().toString().substring(0, 8);
                names.put(id, "__export__." + name);
                made.add(Map.of("module", "__export__", "name", name, "model", model.name(), "res_id", id));
            }
        }
        if (!made.isEmpty()) {
            env.sudo().model("ir.model.data").createAll(made);
        }
        return names;
    }

    /** The record with this external id. */
    Optional<Named> find(String module, String name) {
        return env.transaction()
                .queryFirst(SqlFragment.of(NAMED, module, name), row -> new Named(row.text(1), row.integer(2)));
    }
}
