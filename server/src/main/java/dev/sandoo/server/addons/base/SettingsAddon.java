package dev.sandoo.server.addons.base;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.FieldType;
import dev.sandoo.server.error.AccessError;
import dev.sandoo.server.orm.Addon;
import dev.sandoo.server.orm.Arguments;
import dev.sandoo.server.orm.Behaviours;
import dev.sandoo.server.orm.Environment;
import dev.sandoo.server.orm.ModelHooks;
import dev.sandoo.server.orm.Records;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code res.config.settings}: a form over what is kept elsewhere. What a field is for shows in the start of its name: a group that
 * everybody in house has, a module, a default of another model; others are parameters or, as related fields, the company's.
 * Source: forms made and executed on 19.0 and 14.0 over XML-RPC.
 */
public final class SettingsAddon implements Addon, ModelHooks {
    private static final String SETTINGS = "res.config.settings";

    @Override
    public void register(Behaviours.Builder behaviours) {
        behaviours
                .method(SETTINGS, "execute", SettingsAddon::execute)
                .method(SETTINGS, "set_values", (self, arguments) -> {
                    apply(self);
                    return null;
                })
                .method(SETTINGS, "cancel", (self, arguments) -> reload())
                .hooks(SETTINGS, this);
    }

    @Override
    public void afterDefaultGet(Environment env, List<String> fields, Map<String, Object> values) {
        kept(env.model(SETTINGS)).forEach((name, setting) -> {
            if (fields.contains(name)) {
                setting.value().ifPresent(value -> values.put(name, value));
            }
        });
    }

    /** A form shows what holds, where nothing else is given. */
    @Override
    public void beforeDefaults(Environment env, List<Map<String, Object>> forms) {
        Map<String, Setting> kept = kept(env.model(SETTINGS));
        for (Map<String, Object> form : forms) {
            kept.forEach((name, setting) -> {
                if (!form.containsKey(name)) {
                    setting.value().ifPresent(value -> form.put(name, value));
                }
            });
        }
    }

    private static Object execute(Records form, Arguments arguments) {
        apply(form);
        return reload();
    }

    private static void apply(Records form) {
        if (!form.env().hasGroup("base.group_system") && !form.env().isSuperuser()) {
            throw new AccessError("Only administrators can change the settings");
        }
        Map<String, Setting> kept = kept(form);
        for (Map.Entry<String, Setting> setting : kept.entrySet()) {
            Object wanted = form.get(setting.getKey());
            setting.getValue().set(wanted == null ? Boolean.FALSE : wanted);
        }
    }

    private static Map<String, Object> reload() {
        Map<String, Object> action = new LinkedHashMap<>();
        action.put("type", "ir.actions.client");
        action.put("tag", "reload");
        return action;
    }

    /** The settings that are kept elsewhere, by field; modules last, since they change what there is. */
    private static Map<String, Setting> kept(Records form) {
        Environment env = form.env().sudo();
        Map<String, Setting> kept = new LinkedHashMap<>();
        List<FieldDef> modules = new ArrayList<>();
        for (FieldDef field : form.model().fields().values()) {
            String name = field.name();
            if (name.startsWith("module_") && field.type() == FieldType.BOOLEAN) {
                modules.add(field);
            } else if (name.startsWith("group_") && field.type() == FieldType.BOOLEAN) {
                Setting.group(env, name).ifPresent(setting -> kept.put(name, setting));
            } else {
                Setting.parameter(env, field).ifPresent(setting -> kept.put(name, setting));
            }
        }
        modules.forEach(
                field -> Setting.module(env, field.name()).ifPresent(setting -> kept.put(field.name(), setting)));
        return kept;
    }
}
