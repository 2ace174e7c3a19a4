package dev.sandoo.server.addons.security;

import dev.sandoo.server.field.PythonValues;
import dev.sandoo.server.orm.Arguments;
import dev.sandoo.server.orm.Environment;
import dev.sandoo.server.orm.Records;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the wizard for new keys shows of its fields: the durations that its user may choose from, and the fields of OCA's module
 * to those who ask for them by name. Odoo alone does not have those, and nobody else must stumble on them.
 */
final class DescriptionFields {
    private static final Set<String> OF_OCA = Set.of("scope", "has_custom_scope", "custom_scope");
    private static final int CUSTOM = -1;

    private DescriptionFields() {}

    @SuppressWarnings("unchecked")
    static Object describe(Records self, Arguments arguments) {
        Map<String, Object> all = new LinkedHashMap<>((Map<String, Object>) generic(self, "fields_get", arguments));
        if (!PythonValues.isTrue(arguments.get("allfields"))) {
            all.keySet().removeAll(OF_OCA);
        }
        if (all.get("duration") instanceof Map<?, ?> duration && duration.get("selection") instanceof List<?> options) {
            Map<String, Object> narrowed = new LinkedHashMap<>((Map<String, Object>) duration);
            narrowed.put("selection", offered(self.env(), options));
            all.put("duration", narrowed);
        }
        return all;
    }

    private static List<Object> offered(Environment env, List<?> options) {
        boolean all = KeyLife.isAdministrator(env);
        double most = all ? 0 : KeyLife.mostDays(env);
        List<Object> offered = new ArrayList<>();
        for (Object option : options) {
            int days = KeyLife.days(((List<?>) option).get(0).toString());
            if (all || days == CUSTOM || days > 0 && days <= most) {
                offered.add(option);
            }
        }
        return offered;
    }

    static Object read(Records self, Arguments arguments) {
        return generic(self, "read", named(self, arguments));
    }

    static Object searchRead(Records self, Arguments arguments) {
        return generic(self, "search_read", named(self, arguments));
    }

    /** The same call, with all fields but those of OCA named where none was. */
    private static Arguments named(Records self, Arguments arguments) {
        if (PythonValues.isTrue(arguments.get("fields"))) {
            return arguments;
        }
        Map<String, Object> values = new LinkedHashMap<>(arguments.values());
        List<String> names = new ArrayList<>(self.model().fields().keySet());
        names.removeAll(OF_OCA);
        values.put("fields", names);
        return new Arguments(values, arguments.variable(), arguments.named());
    }

    private static Object generic(Records self, String method, Arguments arguments) {
        return self.env().registry().behaviours().generic(method).call(self, arguments);
    }
}
