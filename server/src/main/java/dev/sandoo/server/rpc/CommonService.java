package dev.sandoo.server.rpc;

import dev.sandoo.schema.OdooVersion;
import dev.sandoo.server.error.PythonError;
import dev.sandoo.server.error.PythonRepr;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The service {@code common}: who the server is, and logging in.
 *
 * <p>Source: recorded scenarios {@code auth_rpc} and {@code wire_xmlrpc}.
 */
final class CommonService implements Service {
    private static final Parameters VERSION = Parameters.of("exp_version");
    private static final Parameters ABOUT = Parameters.of("exp_about").withOptional(1);
    private static final Parameters LOGIN = Parameters.of("exp_login", "db", "login", "password");
    private static final Parameters AUTHENTICATE =
            Parameters.of("exp_authenticate", "db", "login", "password", "user_agent_env");
    private static final Parameters SET_LOG_LEVEL =
            Parameters.of("exp_set_loglevel", "loglevel").withOptional(1);

    private static final String ABOUT_TEXT = "See http://openerp.com";

    private final OdooVersion version;
    private final Dispatcher dispatcher;

    CommonService(OdooVersion version, Dispatcher dispatcher) {
        this.version = version;
        this.dispatcher = dispatcher;
    }

    @Override
    public Object call(String method, List<Object> parameters, Origin origin) {
        return switch (method) {
            case "version" -> version(parameters);
            case "about" -> about(parameters);
            case "login" -> login(LOGIN, parameters, origin);
            case "authenticate" -> login(AUTHENTICATE, parameters, origin);
            case "set_loglevel" -> setLogLevel(parameters);
            default -> throw PythonError.of("Exception", "Method not found: " + method);
        };
    }

    private Map<String, Object> version(List<Object> parameters) {
        VERSION.check(parameters);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("server_version", version.serverVersion());
        answer.put("server_version_info", version.serverVersionInfo());
        answer.put("server_serie", version.name());
        answer.put("protocol_version", version.protocolVersion());
        return answer;
    }

    private Object about(List<Object> parameters) {
        ABOUT.check(parameters);
        boolean extended = !parameters.isEmpty() && PythonValue.isTrue(parameters.get(0));
        return extended ? List.of(ABOUT_TEXT, version.serverVersion()) : ABOUT_TEXT;
    }

    /** The user's id, or false. What is no text matches no login; an empty secret matches none either. */
    private Object login(Parameters signature, List<Object> parameters, Origin origin) {
        signature.check(parameters);
        String database = DatabaseName.of(parameters.get(0), version);
        String secret = secret(parameters.get(2));
        String login = parameters.get(1) instanceof String text ? text : "";
        return dispatcher
                .login(database, login, secret, baseUrl(parameters), origin)
                .<Object>map(uid -> uid)
                .orElse(false);
    }

    private static String secret(Object value) {
        if (value instanceof String text) {
            return text;
        }
        if (!PythonValue.isTrue(value)) {
            return "";
        }
        throw PythonError.typeError("secret must be unicode or bytes, not " + PythonRepr.typeName(value));
    }

    private static Optional<String> baseUrl(List<Object> parameters) {
        Object environment = parameters.get(parameters.size() - 1);
        return environment instanceof Map<?, ?> entries && entries.get("base_location") instanceof String url
                ? Optional.of(url).filter(text -> !text.isEmpty())
                : Optional.empty();
    }

    /** Odoo has had no use for it for long, and says yes to anybody. */
    private static Object setLogLevel(List<Object> parameters) {
        SET_LOG_LEVEL.check(parameters);
        return true;
    }
}
