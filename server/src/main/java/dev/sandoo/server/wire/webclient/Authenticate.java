package dev.sandoo.server.wire.webclient;

import dev.sandoo.schema.OdooVersion;
import dev.sandoo.server.rpc.Visit;
import dev.sandoo.server.rpc.WebLogins;
import dev.sandoo.server.rpc.WebSessions;
import dev.sandoo.server.wire.jsonrpc.NamedArguments;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code /web/session/authenticate}: logs in and tells what {@code get_session_info} does. */
record Authenticate(OdooVersion version, WebLogins logins, WebSessions sessions, String signature)
        implements WebMethod {
    private static final List<String> NAMES = List.of("db", "login", "password");

    @Override
    public Object call(Map<String, Object> params, Visit visit) {
        NamedArguments.require(signature, NAMES, params);
        WebLogins.Login login =
                logins.login(visit, text(params, "db"), text(params, "login"), text(params, "password"));
        return switch (login) {
            case OPEN -> sessions.info(visit);
            case NEEDS_CODE -> nobodyYet(text(params, "db"));
        };
    }

    /** The earlier version tells all of a session, whoever is to come. */
    private Map<String, Object> nobodyYet(String database) {
        Map<String, Object> info = new LinkedHashMap<>();
        info.put("uid", null);
        if (version.has("web.session-info-plain")) {
            info.put("is_system", false);
            info.put("is_admin", false);
            info.put("user_context", Map.of());
            info.put("db", database);
            info.put("server_version", version.serverVersion());
            info.put("server_version_info", version.serverVersionInfo());
            info.put("name", false);
            info.put("username", false);
            info.put("partner_display_name", false);
        }
        return info;
    }

    private static String text(Map<String, Object> params, String name) {
        return params.get(name) instanceof String text ? text : "";
    }
}
