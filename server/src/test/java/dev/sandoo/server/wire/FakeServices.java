package dev.sandoo.server.wire;

import dev.sandoo.schema.OdooVersion;
import dev.sandoo.server.error.PythonError;
import dev.sandoo.server.rpc.Origin;
import dev.sandoo.server.rpc.RpcServices;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The common service without a database, and an object service whose one method hands its second argument back. */
public final class FakeServices implements RpcServices {
    private final OdooVersion version;

    public FakeServices(OdooVersion version) {
        this.version = version;
    }

    @Override
    public Object call(String service, String method, List<Object> parameters, Origin origin) {
        return service.equals("common") ? common(method, parameters) : object(method, parameters);
    }

    private static Object object(String method, List<Object> parameters) {
        if (!method.equals("execute_kw")) {
            throw PythonError.of("NameError", "Method not available " + method);
        }
        return ((List<?>) parameters.get(5)).get(1);
    }

    private Object common(String method, List<Object> parameters) {
        return switch (method) {
            case "version" -> version(parameters);
            case "about" ->
                parameters.isEmpty()
                        ? "See http://openerp.com"
                        : List.of("See http://openerp.com", version.serverVersion());
            default -> throw PythonError.of("Exception", "Method not found: " + method);
        };
    }

    private Map<String, Object> version(List<Object> parameters) {
        if (!parameters.isEmpty()) {
            throw PythonError.typeError(
                    "exp_version() takes 0 positional arguments but " + parameters.size() + " was given");
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("server_version", version.serverVersion());
        answer.put("server_version_info", version.serverVersionInfo());
        answer.put("server_serie", version.name());
        answer.put("protocol_version", version.protocolVersion());
        return answer;
    }
}
