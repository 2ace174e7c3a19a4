package dev.sandoo.server.rpc;

import java.util.List;

/** The services {@code common}, {@code object} and {@code db} that XML-RPC and JSON-RPC share. */
@FunctionalInterface
public interface RpcServices {
    /**
     * Calls a method of a service.
     *
     * @param parameters wire values
     * @return a wire value
     * @throws dev.sandoo.server.error.OdooError whatever the method raises
     */
    Object call(String service, String method, List<Object> parameters, Origin origin);
}
