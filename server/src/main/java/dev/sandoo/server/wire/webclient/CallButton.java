package dev.sandoo.server.wire.webclient;

import dev.sandoo.server.rpc.Visit;
import java.util.Map;

/** {@code /web/dataset/call_button}: as {@code call_kw}, but only an action is worth telling. */
record CallButton(CallKw calls) implements WebMethod {
    @Override
    public Object call(Map<String, Object> params, Visit visit) {
        Object answer = calls.call(params, visit);
        boolean action = answer instanceof Map<?, ?> map && map.get("type") instanceof String type && !type.isEmpty();
        return action ? answer : false;
    }
}
