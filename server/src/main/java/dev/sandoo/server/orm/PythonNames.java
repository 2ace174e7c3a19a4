package dev.sandoo.server.orm;

import dev.sandoo.schema.ModelDef;
import dev.sandoo.schema.OdooVersion;
import java.util.Set;

/** The names of Odoo's Python classes, which newer Pythons show in errors. */
final class PythonNames {
    /** What every model has because apps extend the model {@code base}. Source: asked of a 19.0, method by method. */
    private static final Set<String> OF_BASE = Set.of(
            "formatted_read_group",
            "formatted_read_grouping_sets",
            "get_empty_list_help",
            "get_formview_action",
            "get_formview_id",
            "get_import_templates",
            "get_views",
            "hierarchy_read",
            "mail_allowed_qweb_expressions",
            "mail_get_partner_fields",
            "onchange",
            "read_progress_bar",
            "view_header_get",
            "web_name_search",
            "web_override_translations",
            "web_read",
            "web_read_group",
            "web_resequence",
            "web_save",
            "web_save_multi",
            "web_search_read");

    private PythonNames() {}

    /**
     * The class that a method is shown under: the model's own, or {@code Base} and {@code BaseModel} for what every model
     * has.
     */
    static String className(OdooVersion version, ModelDef model, String method) {
        return version.classOf(model.name(), method).orElseGet(() -> className(model, method));
    }

    private static String className(ModelDef model, String method) {
        if (model.methods().containsKey(method)) {
            return className(model);
        }
        return OF_BASE.contains(method) ? "Base" : "BaseModel";
    }

    /** {@code ResPartner} for {@code res.partner}. */
    private static String className(ModelDef model) {
        StringBuilder name = new StringBuilder();
        for (String part : model.name().split("\\.|(?<=_)")) {
            if (!part.isEmpty()) {
                name.append(Character.toUpperCase(part.charAt(0))).append(part, 1, part.length());
            }
        }
        return name.toString();
    }
}
