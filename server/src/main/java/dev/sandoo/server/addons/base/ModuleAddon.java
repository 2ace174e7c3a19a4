package dev.sandoo.server.addons.base;

import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.Operator;
import dev.sandoo.server.error.PythonError;
import dev.sandoo.server.error.UserError;
import dev.sandoo.server.orm.Addon;
import dev.sandoo.server.orm.Arguments;
import dev.sandoo.server.orm.Behaviours;
import dev.sandoo.server.orm.Compute;
import dev.sandoo.server.orm.Environment;
import dev.sandoo.server.orm.ModelHooks;
import dev.sandoo.server.orm.Records;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * {@code ir.module.module}. The modules that Sandoo has are in every database from the start and stay; no other can be had. Source:
 * answers of both versions over XML-RPC.
 */
public final class ModuleAddon implements Addon, ModelHooks {
    private static final String MODULE = "ir.module.module";
    private static final String INSTALLED = "installed";

    /** What each field lists, by the model of what it lists. */
    private static final Map<String, String> CONTENTS = Map.of(
            "views_by_module", "ir.ui.view",
            "reports_by_module", "ir.actions.report",
            "menus_by_module", "ir.ui.menu");

    @Override
    public void register(Behaviours.Builder behaviours) {
        behaviours
                .method(MODULE, "button_immediate_install", ModuleAddon::install)
                .method(MODULE, "button_install", ModuleAddon::plan)
                .method(MODULE, "button_immediate_upgrade", (modules, arguments) -> upgrade(modules, home(modules)))
                .method(MODULE, "button_upgrade", (modules, arguments) -> upgrade(modules, planned()))
                .method(MODULE, "button_immediate_uninstall", ModuleAddon::uninstall)
                .method(MODULE, "button_uninstall", ModuleAddon::uninstall)
                .compute(MODULE, List.copyOf(CONTENTS.keySet()), List.of("name", "state"), ModuleAddon::contents)
                .compute(MODULE, "icon_image", ModuleAddon::icon)
                .hooks(MODULE, this);
    }

    private static Object install(Records modules, Arguments arguments) {
        requireThere(modules);
        return home(modules);
    }

    private static Object plan(Records modules, Arguments arguments) {
        requireThere(modules);
        return planned();
    }

    private static void requireThere(Records modules) {
        for (Records module : modules) {
            if (!module.text("state").equals(INSTALLED)) {
                throw PythonError.notEmulated("Sandoo has no module " + module.text("name")
                        + "; those it has are installed in every database");
            }
        }
    }

    private static Object upgrade(Records modules, Object answer) {
        for (Records module : modules) {
            if (!module.text("state").equals(INSTALLED)) {
                throw new UserError(
                        modules.env().version().message("modules.upgrade-absent", Map.of("name", module.text("name"))));
            }
        }
        return answer;
    }

    private static Object uninstall(Records modules, Arguments arguments) {
        for (Records module : modules) {
            if (!module.text("state").equals(INSTALLED)) {
                throw new UserError(
                        "One or more of the selected modules have already been uninstalled, if you believe this"
                                + " to be an error, you may try again later or contact support.");
            }
        }
        if (modules.filter(module -> module.text("name").equals("base")).size() > 0) {
            throw new UserError(modules.env().version().message("modules.uninstall-base"));
        }
        throw PythonError.notEmulated("Sandoo removes no modules: "
                + modules.filter(m -> true).iterator().next().text("name") + " stays installed");
    }

    @Override
    public void beforeUnlink(Records modules) {
        if (modules.filter(module -> module.text("state").equals(INSTALLED)).size() > 0) {
            throw new UserError("You are trying to remove a module that is installed or will be installed.");
        }
    }

    /** Where the web client would start anew. */
    private static Object home(Records modules) {
        Environment env = modules.env();
        Map<String, Object> action = new LinkedHashMap<>();
        action.put("type", "ir.actions.act_url");
        action.put("target", "self");
        action.put("url", env.version().message("web.home"));
        return action;
    }

    /** The wizard that would do what is planned. */
    private static Object planned() {
        Map<String, Object> action = new LinkedHashMap<>();
        action.put("view_mode", "form");
        action.put("res_model", "base.module.upgrade");
        action.put("target", "new");
        action.put("type", "ir.actions.act_window");
        action.put("name", "Install");
        return action;
    }

    /** One picture of Sandoo's own for all: Odoo's icons are Odoo's. */
    private static void icon(Records modules, Compute.Results results) {
        try (InputStream in = ModuleAddon.class.getResourceAsStream("/http/placeholder.png")) {
            String picture = Base64.getEncoder().encodeToString(in.readAllBytes());
            modules.ids().forEach(id -> results.set(id, "icon_image", picture));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names of what a module brought, a line each; nothing for one that is not there. */
    private static void contents(Records modules, Compute.Results results) {
        Environment env = modules.env().sudo();
        for (Records module : modules) {
            boolean there = module.text("state").equals(INSTALLED);
            CONTENTS.forEach((field, model) ->
                    results.set(module.id(), field, there ? names(env, module.text("name"), model) : ""));
        }
    }

    private static String names(Environment env, String module, String model) {
        Condition condition =
                Condition.term("module", Operator.EQUALS, module).and(Condition.term("model", Operator.EQUALS, model));
        TreeSet<String> names = new TreeSet<>();
        for (Records external : env.model("ir.model.data").search(condition)) {
            names.add(env.record(model, external.integer("res_id")).text("name"));
        }
        return String.join("\n", names);
    }
}
