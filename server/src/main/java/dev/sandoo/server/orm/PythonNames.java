package dev.sandoo.server.orm;

import dev.sandoo.schema.ModelDef;

/** The names of Odoo's Python classes, which newer Pythons show in errors. */
final class PythonNames {
    private PythonNames() {}

    /** The class that a method is shown under: {@code BaseModel} for what every model has, else the model's own. */
    static String className(ModelDef model, String method) {
        return model.methods().containsKey(method) ? className(model) : "BaseModel";
    }

    /** {@code ResPartner} for {@code res.partner}. */
    private static String className(ModelDef model) {
        StringBuilder name = new StringBuilder();
        for (String part : model.name().split("[._]")) {
            if (!part.isEmpty()) {
                name.append(Character.toUpperCase(part.charAt(0))).append(part, 1, part.length());
            }
        }
        return name.toString();
    }
}
