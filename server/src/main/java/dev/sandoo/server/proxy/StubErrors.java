package dev.sandoo.server.proxy;

import dev.sandoo.server.error.OdooError;
import java.util.LinkedHashMap;
import java.util.Map;

/** Errors as stubs raise them. */
final class StubErrors {
    private static final Map<String, String> KINDS = Map.of(
            "odoo.exceptions.UserError", "user",
            "odoo.exceptions.ValidationError", "validation",
            "odoo.exceptions.AccessError", "access",
            "odoo.exceptions.AccessDenied", "denied",
            "odoo.exceptions.MissingError", "missing");

    private StubErrors() {}

    /** Over XML-RPC a warning has no name; most are UserErrors. */
    static Map<String, Object> of(RuntimeException error) {
        String name = error instanceof OdooError known ? known.pythonName().replaceFirst("^builtins\\.", "") : "";
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("kind", name.isEmpty() ? "user" : KINDS.getOrDefault(name, "python"));
        members.put("message", error.getMessage());
        if (members.get("kind").equals("python")) {
            members.put("exception", name);
        }
        return members;
    }
}
