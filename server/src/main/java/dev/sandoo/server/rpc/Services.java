package dev.sandoo.server.rpc;

import dev.sandoo.schema.OdooVersion;
import dev.sandoo.server.error.OdooError;
import dev.sandoo.server.error.PythonError;
import java.util.List;
import java.util.Map;

/** The services by name. */
public final class Services implements RpcServices {
    private final OdooVersion version;
    private final Map<String, Service> services;

    public Services(OdooVersion version, Dispatcher dispatcher, DatabaseService databases) {
        this.version = version;
        this.services = Map.of(
                "common", new CommonService(version, dispatcher),
                "object", new ObjectService(version, dispatcher),
                "db", databases);
    }

    @Override
    public Object call(String service, String method, List<Object> parameters, Origin origin) {
        Service known = services.get(service);
        if (known == null) {
            throw unknown(service);
        }
        return known.call(method, parameters, origin);
    }

    private OdooError unknown(String service) {
        return version.has("rpc.services-by-name")
                ? PythonError.keyError(service)
                : PythonError.of("UnboundLocalError", "local variable 'dispatch' referenced before assignment");
    }
}
