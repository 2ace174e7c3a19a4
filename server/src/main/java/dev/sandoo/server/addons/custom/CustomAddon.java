package dev.sandoo.server.addons.custom;

import dev.sandoo.server.error.PythonError;
import dev.sandoo.server.field.PythonValues;
import dev.sandoo.server.orm.Addon;
import dev.sandoo.server.orm.Arguments;
import dev.sandoo.server.orm.Behaviours;
import dev.sandoo.server.orm.Records;
import java.util.List;
import java.util.Map;

/** {@code ir.model}, {@code ir.model.fields} and {@code ir.model.fields.selection}: models and fields made at run time. */
public final class CustomAddon implements Addon {
    @Override
    public void register(Behaviours.Builder behaviours) {
        TechnicalFields.register(behaviours);
        behaviours
                .method(CustomRecords.MODEL, "create", CustomAddon::createModel)
                .hooks(CustomRecords.MODEL, new CustomModelHooks())
                .constraint(CustomRecords.MODEL, List.of("model"), ModelChecks::names)
                .constraint(CustomRecords.MODEL, List.of("order", "model", "field_id"), ModelChecks::orders)
                .constraint(CustomRecords.MODEL, List.of("fold_name"), ModelChecks::foldNames)
                .hooks(CustomRecords.FIELD, new FieldHooks())
                .hooks(CustomRecords.SELECTION, new SelectionHooks());
    }

    /** A model's name has a default that stands for none: Odoo looks for the name among what was given. */
    private static Object createModel(Records self, Arguments arguments) {
        Object given = arguments.values().containsKey("vals_list") ? arguments.get("vals_list") : arguments.get("vals");
        for (Object values : given instanceof List<?> list ? list : List.of(given == null ? Map.of() : given)) {
            if (values instanceof Map<?, ?> map && !map.containsKey("model") && PythonValues.isTrue(map)) {
                throw PythonError.keyError("model");
            }
        }
        return self.env().registry().behaviours().generic("create").call(self, arguments);
    }
}
