package dev.sandoo.server.wire.webclient;

import dev.sandoo.server.rpc.Visit;
import dev.sandoo.server.wire.jsonrpc.NamedArguments;
import java.util.List;
import java.util.Map;

/** {@code /web/dataset/call_kw}: a model's method with positional and named arguments. */
record CallKw(ModelCall calls, String signature) implements WebMethod {
    private static final List<String> NAMES = List.of("model", "method", "args", "kwargs");

    @Override
    public Object call(Map<String, Object> params, Visit visit) {
        visit.requireToken();
        NamedArguments.require(signature, NAMES, params);
        return calls.call(visit, params.get("model"), params.get("method"), params.get("args"), params.get("kwargs"));
    }
}
