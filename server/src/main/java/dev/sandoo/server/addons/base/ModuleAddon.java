package dev.sandoo.server.addons.base;

import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.Operator;
import dev.sandoo.server.error.PythonError;
import dev.sandoo.server.error.UserError;
import dev.sandoo.server.orm.Addon;
import dev.sandoo.server.orm.Arguments;
import dev.sandoo.server.orm.Behaviours;
import dev.sandoo.server.orm.Environment;
import dev.sandoo.server.orm.Records;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What client suites do with modules and languages before their tests. The modules that Sandoo has are in every database from the
 * start; no other can be had. Source: answers of both versions over XML-RPC.
 */
public final class ModuleAddon implements Addon {
    private static final String MODULE = "ir.module.module";
    private static final String LANGUAGES = "base.language.install";
    private static final String INSTALLED = "installed";

    @Override
    public void register(Behaviours.Builder behaviours) {
        behaviours
                .method(MODULE, "button_immediate_install", ModuleAddon::install)
                .method(MODULE, "button_immediate_upgrade", ModuleAddon::upgrade)
                .method(LANGUAGES, "lang_install", ModuleAddon::installLanguages);
    }

    private static Object install(Records modules, Arguments arguments) {
        for (Records module : modules) {
            if (!module.text("state").equals(INSTALLED)) {
                throw PythonError.notEmulated("Sandoo has no module " + module.text("name")
                        + "; those it has are installed in every database");
            }
        }
        return home(modules.env());
    }

    private static Object upgrade(Records modules, Arguments arguments) {
        for (Records module : modules) {
            if (!module.text("state").equals(INSTALLED)) {
                throw new UserError("Can not upgrade module “" + module.text("name") + "”. It is not installed.");
            }
        }
        return home(modules.env());
    }

    /** Where the web client would start anew. */
    private static Object home(Environment env) {
        Map<String, Object> action = new LinkedHashMap<>();
        action.put("type", "ir.actions.act_url");
        action.put("target", "self");
        action.put("url", env.version().message("web.home"));
        return action;
    }

    private static Object installLanguages(Records wizard, Arguments arguments) {
        chosen(wizard).write(Map.of("active", true));
        Map<String, Object> action = new LinkedHashMap<>();
        action.put("type", "ir.actions.act_window");
        action.put("res_model", LANGUAGES);
        action.put("res_id", wizard.id());
        action.put("view_mode", "form");
        action.put("target", "new");
        return action;
    }

    /** The later version takes several languages, the earlier one the code of one. */
    private static Records chosen(Records wizard) {
        if (wizard.model().fields().containsKey("lang_ids")) {
            return wizard.records("lang_ids");
        }
        Condition code = Condition.term("code", Operator.EQUALS, wizard.text("lang"));
        Condition anyState = Condition.term("active", Operator.IN, List.of(true, false));
        return wizard.env().model("res.lang").search(Condition.allOf(List.of(code, anyState)));
    }
}
