package dev.sandoo.server.wire.jsonrpc;

import dev.sandoo.schema.OdooVersion;
import dev.sandoo.server.rpc.Origin;
import dev.sandoo.server.rpc.RpcServices;
import java.util.Objects;

/** The path {@code /jsonrpc}: calls the service and method that the params name. Thread-safe. */
public final class ServiceCalls implements JsonRpcMethod {
    private static final String SIGNATURE = "jsonrpc.signature";

    private final RpcServices services;
    private final String signature;

    public ServiceCalls(OdooVersion version, RpcServices services) {
        this.services = Objects.requireNonNull(services, "services");
        this.signature = version.message(SIGNATURE);
    }

    @Override
    public Object call(Object params, Origin origin) {
        JsonRpcCall call = JsonRpcCall.of(params, signature);
        return services.call(call.service(), call.method(), call.arguments(), origin);
    }
}
