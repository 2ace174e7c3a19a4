package dev.sandoo.server.wire.webclient;

import dev.sandoo.server.rpc.Visit;
import dev.sandoo.server.rpc.WebLogins;
import dev.sandoo.server.rpc.WebSessions;
import dev.sandoo.server.wire.jsonrpc.NamedArguments;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code /web/session/authenticate}: logs in and tells what {@code get_session_info} does. */
record Authenticate(WebLogins logins, WebSessions sessions, String signature) implements WebMethod {
    private static final List<String> NAMES = List.of("db", "login", "password");

    @Override
    public Object call(Map<String, Object> params, Visit visit) {
        NamedArguments.require(signature, NAMES, params);
        WebLogins.Login login =
                logins.login(visit, text(params, "db"), text(params, "login"), text(params, "password"));
        return switch (login) {
            case OPEN -> sessions.info(visit);
            case NEEDS_CODE -> nobodyYet();
        };
    }

    private static Map<String, Object> nobodyYet() {
        Map<String, Object> info = new LinkedHashMap<>();
        info.put("uid", null);
        return info;
    }

    private static String text(Map<String, Object> params, String name) {
        return params.get(name) instanceof String text ? text : "";
    }
}
