package dev.sandoo.server.addons.crm;

import dev.sandoo.server.error.PythonError;
import dev.sandoo.server.field.DatetimeText;
import dev.sandoo.server.field.PythonValues;
import dev.sandoo.server.orm.Environment;
import dev.sandoo.server.orm.ModelHooks;
import dev.sandoo.server.orm.Records;
import java.util.List;
import java.util.Map;

/** Keeps probability, stage and closing date of a lead together. */
final class LeadHooks implements ModelHooks {

    @Override
    public void beforeDefaults(Environment env, List<Map<String, Object>> values) {
        for (Map<String, Object> one : values) {
            if (one.get("partner_id") instanceof Integer partner) {
                env.record("res.partner", partner).requireExisting();
                keepOwnAddress(env, one);
            }
            settleProbability(env, one);
            if (env.version().has("crm.closed-at-creation") && closes(one)) {
                one.put("date_closed", DatetimeText.of(env.now()));
            }
        }
    }

    /** An address that is given in part is the lead's whole address. */
    private static void keepOwnAddress(Environment env, Map<String, Object> values) {
        if (LeadContact.ADDRESS.stream().anyMatch(field -> PythonValues.isTrue(values.get(field)))) {
            LeadContact.ADDRESS.forEach(field -> values.putIfAbsent(field, false));
        }
    }

    @Override
    public void beforeWrite(Records leads, Map<String, Object> values) {
        winAtLastStage(leads.env(), values);
        requireComparable(values);
        if (closes(values) || Boolean.FALSE.equals(values.get("active"))) {
            values.put("date_closed", DatetimeText.of(leads.env().now()));
        } else if (values.containsKey("stage_id") || values.containsKey("probability")) {
            values.put("date_closed", false);
        }
    }

    /** A probability that is given to a new lead stands, and none is worked out beside it. */
    private static void settleProbability(Environment env, Map<String, Object> values) {
        if (values.containsKey("probability")) {
            values.putIfAbsent("automated_probability", 0);
        } else if (isWon(env, values)) {
            boolean isActive = !Boolean.FALSE.equals(values.get("active"));
            values.put("probability", isActive ? 100 : 0);
            values.put("automated_probability", 100);
        }
    }

    private static void winAtLastStage(Environment env, Map<String, Object> values) {
        if (isWon(env, values)) {
            values.put("probability", 100);
            values.put("automated_probability", 100);
            if (env.version().has("crm.won-is-won")) {
                values.put("active", true);
            }
        }
    }

    private static boolean isWon(Environment env, Map<String, Object> values) {
        if (!(values.get("stage_id") instanceof Integer id)) {
            return false;
        }
        Records stage = env.record("crm.stage", id);
        stage.requireExisting();
        return stage.bool("is_won");
    }

    /** What Odoo compares with a number must be one. */
    private static void requireComparable(Map<String, Object> values) {
        if (values.containsKey("probability")) {
            Object probability = values.get("probability");
            if (!(probability instanceof Number) && !(probability instanceof Boolean)) {
                throw PythonError.typeError("'>=' not supported between instances of '"
                        + PythonValues.typeName(probability) + "' and 'int'");
            }
        }
    }

    private static boolean closes(Map<String, Object> values) {
        return values.get("probability") instanceof Number number && number.doubleValue() >= 100;
    }
}
