package dev.sandoo.server.addons.base;

import dev.sandoo.server.error.PythonError;
import dev.sandoo.server.orm.Addon;
import dev.sandoo.server.orm.Arguments;
import dev.sandoo.server.orm.Behaviours;
import dev.sandoo.server.orm.Records;
import java.util.LinkedHashMap;
import java.util.Map;

/** Methods of contacts that answer with a window to open. */
public final class PartnerActions implements Addon {
    @Override
    public void register(Behaviours.Builder behaviours) {
        behaviours.method("res.partner", "open_commercial_entity", PartnerActions::commercialEntity);
    }

    private static Object commercialEntity(Records partner, Arguments arguments) {
        if (partner.size() != 1) {
            throw PythonError.valueError("Expected singleton: " + partner.describe());
        }
        partner.requireReadable();
        Map<String, Object> action = new LinkedHashMap<>();
        action.put("type", "ir.actions.act_window");
        action.put("res_model", "res.partner");
        action.put("view_mode", "form");
        action.put("res_id", partner.integer("commercial_partner_id"));
        action.put("target", "current");
        return action;
    }
}
