package dev.sandoo.server.orm;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.ModelDef;
import dev.sandoo.server.access.Operation;
import dev.sandoo.server.field.FieldCodecs;
import dev.sandoo.server.field.PythonValues;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code onchange}: what a form shows when it opens, which is defaults. What a change of one field would do to others is not
 * worked out: the answer is then that nothing else changes.
 */
final class Onchange {
    private final Environment env;
    private final ModelDef model;

    private Onchange(Environment env, ModelDef model) {
        this.env = env;
        this.model = model;
    }

    static Object call(Records self, Arguments arguments) {
        new Rights(self.env()).checkModel(self.model(), Operation.READ);
        boolean specified = arguments.values().containsKey("fields_spec");
        Object changed = arguments.get(specified ? "field_names" : "field_name");
        List<?> names =
                changed instanceof List<?> list ? list : PythonValues.isTrue(changed) ? List.of(changed) : List.of();
        Map<String, Object> answer = new LinkedHashMap<>();
        if (names.stream().anyMatch(name -> !self.model().fields().containsKey(name))) {
            return answer;
        }
        Onchange onchange = new Onchange(self.env(), self.model());
        Map<String, Object> shown = arguments.map(specified ? "fields_spec" : "field_onchange");
        answer.put("value", names.isEmpty() ? onchange.opened(shown, arguments.map("values"), specified) : Map.of());
        return answer;
    }

    /** The values of a new record: those given, defaults for the others. */
    private Map<String, Object> opened(Map<String, Object> shown, Map<String, Object> given, boolean specified) {
        Rights rights = new Rights(env);
        Map<String, Object> defaults = new Defaults(env.acting(model.name()), model).of(shown.keySet());
        Map<String, Object> values = new LinkedHashMap<>();
        shown.forEach((name, options) -> {
            FieldDef field = model.fields().get(name);
            if (field == null || rights.returned(model, List.of(field)).isEmpty()) {
                return;
            }
            Object value = given.containsKey(name) ? given.get(name) : defaults.getOrDefault(name, false);
            if (name.equals("display_name") && !PythonValues.isTrue(value)) {
                values.put(name, displayName(given));
                return;
            }
            if (!field.type().isToMany()) {
                values.put(name, single(field, value, options, specified));
            } else if (!specified || PythonValues.isTrue(value)) {
                values.put(name, commands(value, specified));
            }
        });
        return values;
    }

    /** What a new record is called: by the field that names it, unless code makes the name. */
    private Object displayName(Map<String, Object> given) {
        String rec = model.recName().orElse("");
        Object own = given.containsKey(rec)
                ? given.get(rec)
                : new Defaults(env.acting(model.name()), model).of(List.of(rec)).getOrDefault(rec, false);
        boolean made = env.registry()
                .behaviours()
                .compute(model.name(), "display_name")
                .isPresent();
        return own instanceof String text && !text.isEmpty() ? text : made ? "" : false;
    }

    private Object single(FieldDef field, Object value, Object options, boolean specified) {
        if (!field.type().isRelational()) {
            return PythonValues.isTrue(value) ? value : FieldCodecs.of(field).toWire(null);
        }
        if (!(value instanceof Integer id)) {
            return false;
        }
        ModelDef comodel = env.registry().model(field.comodel());
        if (!specified) {
            return List.of(id, new DisplayNames(env, comodel).of(List.of(id)).getOrDefault(id, ""));
        }
        return options instanceof Map<?, ?> map && map.get("fields") instanceof Map<?, ?> fields
                ? shown(comodel, id, fields)
                : id;
    }

    /** Whoever may choose a record sees it, unless the policy of their key keeps it back. */
    private Object shown(ModelDef comodel, int id, Map<?, ?> fields) {
        Environment seeing = KeyGate.of(env).isPresent() ? env : env.sudo();
        List<Object> rows = new WebRead(seeing, comodel).read(List.of(id), fields);
        return rows.isEmpty() ? id : rows.get(0);
    }

    /** Older clients are told first to empty the list. */
    private static List<Object> commands(Object value, boolean specified) {
        List<Object> commands = new ArrayList<>();
        if (!specified) {
            commands.add(List.of(5));
        }
        if (value instanceof List<?> items) {
            items.forEach(item -> commands.add(item instanceof Integer id ? List.of(4, id) : item));
        }
        return commands;
    }
}
