package dev.sandoo.server.addons.base;

import dev.sandoo.server.access.Operation;
import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.Operator;
import dev.sandoo.server.error.ValidationError;
import dev.sandoo.server.field.PythonValues;
import dev.sandoo.server.orm.Addon;
import dev.sandoo.server.orm.Arguments;
import dev.sandoo.server.orm.Behaviours;
import dev.sandoo.server.orm.ModelHooks;
import dev.sandoo.server.orm.Records;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code ir.config_parameter}: {@code get_param} and {@code set_param}. */
public final class ParameterAddon implements Addon, ModelHooks {
    private static final String PARAMETER = "ir.config_parameter";

    /** Parameters that every database has. Source: refusals of 19.0 over XML-RPC. */
    private static final Set<String> KEPT = Set.of(
            "base.login_cooldown_after",
            "base.login_cooldown_duration",
            "database.create_date",
            "database.secret",
            "database.uuid",
            "web.base.url");

    @Override
    public void register(Behaviours.Builder behaviours) {
        behaviours
                .method(PARAMETER, "get_param", ParameterAddon::get)
                .method(PARAMETER, "set_param", ParameterAddon::set)
                .method(PARAMETER, "unlink", ParameterAddon::unlink)
                .hooks(PARAMETER, this);
    }

    @Override
    public void beforeWrite(Records parameters, Map<String, Object> values) {
        if (values.containsKey("key") && parameters.env().version().has("parameters.kept")) {
            List<String> renamed = new ArrayList<>();
            for (Records parameter : parameters) {
                String key = parameter.text("key");
                if (KEPT.contains(key) && !key.equals(values.get("key"))) {
                    renamed.add(key);
                }
            }
            if (!renamed.isEmpty()) {
                throw new ValidationError(
                        "You cannot rename config parameters with keys " + String.join(", ", renamed));
            }
        }
    }

    @Override
    public void beforeUnlink(Records parameters) {
        if (parameters.env().version().has("parameters.kept")) {
            for (Records parameter : parameters) {
                if (KEPT.contains(parameter.text("key"))) {
                    throw new ValidationError("You cannot delete the " + parameter.text("key") + " record.");
                }
            }
        }
    }

    private static Object get(Records self, Arguments arguments) {
        self.requireModelRight(Operation.READ);
        Records found = find(self.sudo(), arguments);
        Object fallback = arguments.get("default");
        return found.isEmpty() ? fallback : found.text("value");
    }

    /** The earlier version does not say that it went well. */
    private static Object unlink(Records self, Arguments arguments) {
        self.unlink();
        return !self.env().version().has("parameters.unlink-answers-false");
    }

    /** Answers the value before; a value that is false or empty removes the parameter. */
    private static Object set(Records self, Arguments arguments) {
        self.requireModelRight(Operation.READ);
        Records found = find(self, arguments);
        Object value = arguments.get("value");
        boolean kept = PythonValues.isTrue(value) || Integer.valueOf(0).equals(value);
        if (found.isEmpty()) {
            if (kept) {
                Map<String, Object> values = new LinkedHashMap<>();
                values.put("key", arguments.get("key"));
                values.put("value", PythonValues.str(value));
                self.create(values);
            }
            return false;
        }
        String before = found.text("value");
        if (!kept) {
            found.unlink();
        } else if (!PythonValues.str(value).equals(before)) {
            found.write(Map.of("value", PythonValues.str(value)));
        }
        return before;
    }

    private static Records find(Records self, Arguments arguments) {
        return self.search(Condition.term("key", Operator.EQUALS, arguments.get("key")));
    }
}
