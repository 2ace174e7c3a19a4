package dev.sandoo.server.rpc;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** How many records a call was about: those it answered, or else those it was called on. */
final class RecordCount {
    /** Methods that answer what they made of one record, whatever it looks like. */
    private static final Set<String> ONE = Set.of("name_create");

    /** Where answers keep the records that they hold among other things. */
    private static final List<String> MEMBERS = List.of("records", "groups", "datas", "ids");

    private RecordCount() {}

    static int of(Call call, Object result) {
        if (ONE.contains(call.method())) {
            return 1;
        }
        if (result instanceof List<?> list) {
            return list.size();
        }
        if (result instanceof Map<?, ?> map) {
            for (String member : MEMBERS) {
                if (map.get(member) instanceof List<?> list) {
                    return list.size();
                }
            }
        }
        int given = given(call);
        return given == 0 && call.method().equals("create") && result instanceof Integer ? 1 : given;
    }

    /** The ids that a method on records was given; a domain is no list of ids. */
    private static int given(Call call) {
        Object first =
                call.args().isEmpty() ? call.kwargs().get("ids") : call.args().get(0);
        if (first instanceof Integer) {
            return 1;
        }
        boolean ids = first instanceof List<?> list && list.stream().allMatch(Integer.class::isInstance);
        return ids ? ((List<?>) first).size() : 0;
    }
}
