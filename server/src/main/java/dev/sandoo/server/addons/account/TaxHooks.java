package dev.sandoo.server.addons.account;

import dev.sandoo.schema.ModelDef;
import dev.sandoo.server.field.PythonValues;
import dev.sandoo.server.orm.Environment;
import dev.sandoo.server.orm.ModelHooks;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gives new taxes the plain repartition, of the whole base and the whole tax, when they come without one. */
final class TaxHooks implements ModelHooks {
    private static final List<String> DOCUMENTS = List.of("invoice", "refund");

    @Override
    public void beforeDefaults(Environment env, List<Map<String, Object>> values) {
        ModelDef parts = env.registry().model("account.tax.repartition.line");
        for (Map<String, Object> one : values) {
            if (PythonValues.isTrue(one.get("repartition_line_ids"))) {
                continue;
            }
            for (String document : DOCUMENTS) {
                String field = document + "_repartition_line_ids";
                if (!PythonValues.isTrue(one.get(field))) {
                    one.put(field, plain(parts, document));
                }
            }
        }
    }

    private static List<Object> plain(ModelDef parts, String document) {
        List<Object> commands = new ArrayList<>();
        for (String kind : List.of("base", "tax")) {
            Map<String, Object> part = new LinkedHashMap<>(Map.of("repartition_type", kind, "factor_percent", 100.0));
            if (parts.fields().containsKey("document_type")) {
                part.put("document_type", document);
            }
            commands.add(List.of(0, 0, part));
        }
        return commands;
    }
}
