package dev.sandoo.server.orm;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.server.access.RuleVariables;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** The values that rule expressions name: the user, their companies, and what hangs on the user's record. */
final class RuleWorld implements RuleVariables {
    private final Environment env;

    RuleWorld(Environment env) {
        this.env = env;
    }

    @Override
    public boolean hasGroup(String externalId) {
        return env.caller().isInGroup(externalId);
    }

    @Override
    public Object value(String root, List<String> path) {
        return switch (root) {
            case "company_ids" -> env.companyIds();
            case "company_id" -> env.companyId();
            case "user" -> ofUser(path);
            default -> throw new IllegalArgumentException("record rules know no " + root);
        };
    }

    private Object ofUser(List<String> path) {
        if (path.equals(List.of("id"))) {
            return env.uid();
        }
        if (path.size() > 2 && path.get(0).equals("env")) {
            return along(companies(path.get(1)), path.subList(2, path.size()));
        }
        return along(env.sudo().record("res.users", env.uid()), path);
    }

    private Records companies(String name) {
        List<Integer> ids = name.equals("company") ? List.of(env.companyId()) : env.companyIds();
        return env.sudo().records("res.company", ids);
    }

    /** Follows relations; {@code id} and {@code ids} end the way, another field gives its value or values. */
    private static Object along(Records records, List<String> path) {
        Records at = records;
        for (String step : path) {
            if (step.equals("ids")) {
                return at.ids();
            }
            if (step.equals("id")) {
                return at.isEmpty() ? Boolean.FALSE : (Object) at.ids().get(0);
            }
            FieldDef field = at.field(step);
            if (!field.type().isRelational()) {
                return values(at, field);
            }
            at = at.records(step);
        }
        return at.ids();
    }

    private static Object values(Records records, FieldDef field) {
        List<Object> values =
                new ArrayList<>(new LinkedHashSet<>(records.values(field.name()).values()));
        if (records.size() > 1) {
            return values;
        }
        return values.isEmpty() || values.get(0) == null ? Boolean.FALSE : values.get(0);
    }
}
