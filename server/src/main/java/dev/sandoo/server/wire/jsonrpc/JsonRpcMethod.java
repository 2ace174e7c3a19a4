package dev.sandoo.server.wire.jsonrpc;

import dev.sandoo.server.rpc.Origin;

/** What a path that speaks JSON-RPC does with a request's {@code params}. */
@FunctionalInterface
public interface JsonRpcMethod {
    /**
     * Carries out a request.
     *
     * @param params a wire value; an empty map if the request has none
     * @return the result, {@code null} for none
     * @throws dev.sandoo.server.error.OdooError what becomes the answer's error
     */
    Object call(Object params, Origin origin);
}
