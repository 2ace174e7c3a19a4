package dev.sandoo.server.addons.security;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The actions that tell a client what to show next. */
final class Dialog {
    private Dialog() {}

    /** A window for a record of a wizard. */
    static Map<String, Object> of(String title, String model) {
        Map<String, Object> action = new LinkedHashMap<>();
        action.put("type", "ir.actions.act_window");
        action.put("res_model", model);
        action.put("name", title);
        action.put("target", "new");
        action.put("views", List.of(List.of(false, "form")));
        return action;
    }

    /** A window for a record that is there. */
    static Map<String, Object> of(String title, String model, int id) {
        Map<String, Object> action = of(title, model);
        action.put("res_id", id);
        return action;
    }

    /** The same in a window of middling size, where the version knows sizes. */
    static Map<String, Object> sized(Map<String, Object> action, boolean known) {
        if (known) {
            action.put("context", Map.of("dialog_size", "medium"));
        }
        return action;
    }

    /** The window closes. */
    static Map<String, Object> close() {
        return Map.of("type", "ir.actions.act_window_close");
    }

    /** A line that appears for a moment while the window closes. */
    static Map<String, Object> closeWith(String kind, String message) {
        return notification(Map.of("type", kind, "message", message, "next", close()));
    }

    /** A line that appears for a moment. */
    static Map<String, Object> notification(Map<String, Object> parameters) {
        return Map.of("type", "ir.actions.client", "tag", "display_notification", "params", parameters);
    }
}
