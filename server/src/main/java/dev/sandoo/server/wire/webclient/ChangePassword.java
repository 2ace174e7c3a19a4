package dev.sandoo.server.wire.webclient;

import dev.sandoo.server.error.AccessDenied;
import dev.sandoo.server.error.PythonError;
import dev.sandoo.server.error.UserError;
import dev.sandoo.server.rpc.Visit;
import dev.sandoo.server.wire.jsonrpc.NamedArguments;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code /web/session/change_password}: a form of three fields; what is wrong with it is told in the result. */
record ChangePassword(ModelCall calls) implements WebMethod {
    private static final String TITLE = "Change Password";

    @Override
    public Object call(Map<String, Object> params, Visit visit) {
        visit.requireToken();
        NamedArguments.require("change_password()", List.of("fields"), params);
        Map<String, String> form = form(params.get("fields"));
        String old = form.getOrDefault("old_pwd", "");
        String fresh = form.getOrDefault("new_password", "");
        String confirmation = form.getOrDefault("confirm_pwd", "");
        if (old.isBlank() || fresh.isBlank() || confirmation.isBlank()) {
            return refusal("You cannot leave any password empty.");
        }
        if (!fresh.equals(confirmation)) {
            return refusal("The new password and its confirmation must be identical.");
        }
        return change(visit, old, fresh);
    }

    private Object change(Visit visit, String old, String fresh) {
        try {
            calls.call(visit, "res.users", "change_password", List.of(old, fresh), Map.of());
            return Map.of("new_password", fresh);
        } catch (AccessDenied wrong) {
            return refusal("The old password you provided is incorrect, your password was not changed.");
        } catch (UserError refused) {
            return refusal(refused.getMessage());
        }
    }

    private static Map<String, String> form(Object fields) {
        if (!(fields instanceof List<?> list)) {
            throw PythonError.typeError("fields must be a list");
        }
        Map<String, String> form = new LinkedHashMap<>();
        for (Object field : list) {
            if (field instanceof Map<?, ?> entry && entry.get("name") instanceof String name) {
                form.put(name, entry.get("value") instanceof String value ? value : "");
            }
        }
        return form;
    }

    private static Map<String, Object> refusal(String text) {
        Map<String, Object> refusal = new LinkedHashMap<>();
        refusal.put("error", text);
        refusal.put("title", TITLE);
        return refusal;
    }
}
