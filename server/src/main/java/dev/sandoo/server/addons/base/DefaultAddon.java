package dev.sandoo.server.addons.base;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.ModelDef;
import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.Operator;
import dev.sandoo.server.error.PythonError;
import dev.sandoo.server.error.ValidationError;
import dev.sandoo.server.field.FieldCodecs;
import dev.sandoo.server.field.PythonValues;
import dev.sandoo.server.field.Target;
import dev.sandoo.server.orm.Addon;
import dev.sandoo.server.orm.Arguments;
import dev.sandoo.server.orm.Behaviours;
import dev.sandoo.server.orm.Environment;
import dev.sandoo.server.orm.Records;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code ir.default}: what fields are worth when nobody says, for everyone, one user or one company. */
public final class DefaultAddon implements Addon {
    private static final String DEFAULT = "ir.default";
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public void register(Behaviours.Builder behaviours) {
        behaviours
                .method(DEFAULT, "set", DefaultAddon::set)
                .method(DEFAULT, "get", DefaultAddon::get)
                .method(
                        DEFAULT,
                        "get_model_defaults",
                        (self, arguments) -> self.env()
                                .userDefaults(arguments.text("model_name").orElse(""), arguments.text("condition")))
                .method(DEFAULT, "discard_values", DefaultAddon::discardValues)
                .constraint(DEFAULT, List.of("json_value"), DefaultAddon::checkJson);
    }

    private static Object set(Records self, Arguments arguments) {
        FieldDef field = field(self.env(), arguments);
        Object value = arguments.get("value");
        checkValue(self.env().registry().model(arguments.text("model_name").orElseThrow()), field, value);
        Map<String, Object> keys = keys(self.env(), arguments);
        Records found = self.search(condition(keys));
        String json = json(value);
        if (found.isEmpty()) {
            keys.put("json_value", json);
            self.create(keys);
        } else if (!json.equals(found.text("json_value"))) {
            found.write(Map.of("json_value", json));
        }
        return true;
    }

    private static Object get(Records self, Arguments arguments) {
        field(self.env(), arguments);
        Records found = self.sudo().search(condition(keys(self.env(), arguments)));
        return found.isEmpty()
                ? null
                : parse(found.browse(found.ids().subList(0, 1)).text("json_value"));
    }

    private static FieldDef field(Environment env, Arguments arguments) {
        String model = arguments.text("model_name").orElse("");
        String name = arguments.text("field_name").orElse("");
        return env.registry()
                .find(model)
                .map(found -> found.fields().get(name))
                .orElseThrow(() -> new ValidationError("Invalid field " + model + "." + name));
    }

    private static void checkValue(ModelDef model, FieldDef field, Object value) {
        if (field.type().isRelational() || value == null) {
            return;
        }
        try {
            FieldCodecs.of(field).fromWire(new Target(model, field), value);
        } catch (PythonError e) {
            throw new ValidationError(
                    "Invalid value for " + model.name() + "." + field.name() + ": " + PythonValues.str(value), e);
        }
    }

    /** What one default is known by: its field, and whom and when it is for; {@code True} stands for the caller's own. */
    private static Map<String, Object> keys(Environment env, Arguments arguments) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("field_id", fieldId(env, arguments));
        keys.put("user_id", own(arguments.get("user_id"), env.uid()));
        keys.put("company_id", own(arguments.get("company_id"), env.companyId()));
        Object condition = arguments.get("condition");
        keys.put("condition", PythonValues.isTrue(condition) ? condition : false);
        return keys;
    }

    private static Object own(Object given, int id) {
        if (Boolean.TRUE.equals(given)) {
            return id;
        }
        return PythonValues.isTrue(given) ? given : false;
    }

    private static int fieldId(Environment env, Arguments arguments) {
        Condition condition = Condition.term("model", Operator.EQUALS, arguments.get("model_name"))
                .and(Condition.term("name", Operator.EQUALS, arguments.get("field_name")));
        return env.sudo().model("ir.model.fields").search(condition).id();
    }

    private static Condition condition(Map<String, Object> keys) {
        Condition condition = Condition.TRUE;
        for (Map.Entry<String, Object> key : keys.entrySet()) {
            condition = condition.and(Condition.term(key.getKey(), Operator.EQUALS, key.getValue()));
        }
        return condition;
    }

    private static Object discardValues(Records self, Arguments arguments) {
        List<Object> texts = arguments.list("values").stream()
                .<Object>map(DefaultAddon::json)
                .toList();
        self.sudo()
                .search(Condition.term("field_id", Operator.EQUALS, fieldId(self.env(), arguments))
                        .and(Condition.term("json_value", Operator.IN, texts)))
                .unlink();
        return true;
    }

    private static void checkJson(Records defaults) {
        if (!defaults.env().version().has("defaults.json-checked")) {
            return;
        }
        for (Records one : defaults) {
            try {
                JSON.readTree(one.text("json_value"));
            } catch (JsonProcessingException e) {
                throw new ValidationError("Invalid JSON format in Default Value field.", e);
            }
        }
    }

    /** JSON as Python writes it: a space behind commas and colons, and nothing but ASCII is left out. */
    private static String json(Object value) {
        try {
            return JSON.writer(new PythonJson()).writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no wire value: " + value.getClass(), e);
        }
    }

    private static Object parse(String json) {
        try {
            return JSON.readValue(json, Object.class);
        } catch (JsonProcessingException e) {
            return null; // what is no JSON is no default either
        }
    }
}
