package dev.sandoo.server.wire.webclient;

import dev.sandoo.server.rpc.Visit;
import dev.sandoo.server.wire.jsonrpc.NamedArguments;
import java.util.List;
import java.util.Map;

/** {@code /web/dataset/call}: a model's method with positional arguments only. */
record OldCall(ModelCall calls) implements WebMethod {
    private static final List<String> NAMES = List.of("model", "method", "args");

    @Override
    public Object call(Map<String, Object> params, Visit visit) {
        visit.requireToken();
        NamedArguments.require("call()", NAMES, params);
        return calls.call(visit, params.get("model"), params.get("method"), params.get("args"), Map.of());
    }
}
