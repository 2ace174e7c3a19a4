package dev.sandoo.server.wire.webclient;

import dev.sandoo.server.rpc.Visit;
import dev.sandoo.server.wire.jsonrpc.NamedArguments;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code /web/dataset/search_read}: a page of records and how many there are in all. */
record OldSearchRead(ModelCall calls) implements WebMethod {
    private static final String METHOD = "web_search_read";

    @Override
    public Object call(Map<String, Object> params, Visit visit) {
        visit.requireToken();
        NamedArguments.require("search_read()", List.of("model"), params);
        Map<String, Object> kwargs = new LinkedHashMap<>();
        pass(params, "domain", kwargs, "domain");
        pass(params, "fields", kwargs, "fields");
        pass(params, "offset", kwargs, "offset");
        pass(params, "limit", kwargs, "limit");
        pass(params, "sort", kwargs, "order");
        return calls.call(visit, params.get("model"), METHOD, List.of(), kwargs);
    }

    private static void pass(Map<String, Object> params, String from, Map<String, Object> kwargs, String to) {
        if (params.containsKey(from)) {
            kwargs.put(to, params.get(from));
        }
    }
}
