package dev.sandoo.server.rpc;

import java.util.List;

/** One of the services that XML-RPC and JSON-RPC share. */
@FunctionalInterface
interface Service {
    /**
     * Calls a method.
     *
     * @param parameters wire values
     * @return a wire value
     */
    Object call(String method, List<Object> parameters, Origin origin);
}
