package dev.sandoo.server.web;

import dev.sandoo.server.access.Caller;
import dev.sandoo.server.rpc.OwnAccount;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code /my/security/calls}: who called what, the latest first, for administrators. It reads what a client would. */
record AuditPage(Forms forms, OwnAccount account) implements PersonsOnly.PersonalPage {
    static final String PATH = "/my/security/calls";

    private static final int FORBIDDEN = 403;
    private static final int ROWS = 50;

    @Override
    public PageAnswer answer(PageRequest request, Caller caller) {
        Frame frame = forms.frame(request, caller.name());
        if (!caller.isInGroup("base.group_system")) {
            ErrorView refusal = new ErrorView(frame, "Not for you", "Only administrators see who called what.");
            return PageAnswer.page(FORBIDDEN, forms.render("error", refusal));
        }
        AuditQuery query = AuditQuery.of(request);
        List<Map<?, ?>> calls = read(
                request,
                "sandoo.call",
                query.domain(),
                Map.of("limit", ROWS + 1, "offset", query.page() * ROWS, "order", "id desc"));
        boolean more = calls.size() > ROWS;
        List<Map<?, ?>> shown = more ? calls.subList(0, ROWS) : calls;
        Map<Integer, List<AuditView.Change>> changes = changes(request, shown);
        AuditView view = new AuditView(
                frame,
                query,
                shown.stream()
                        .map(call -> AuditView.Row.of(call, changes.getOrDefault(call.get("id"), List.of())))
                        .toList(),
                query.page() > 0 ? query.link(query.page() - 1) : "",
                more ? query.link(query.page() + 1) : "");
        return PageAnswer.page(forms.render("audit", view));
    }

    private Map<Integer, List<AuditView.Change>> changes(PageRequest request, List<Map<?, ?>> calls) {
        List<Object> ids = new ArrayList<>();
        calls.forEach(call -> ids.add(call.get("id")));
        Map<Integer, List<AuditView.Change>> changes = new LinkedHashMap<>();
        read(request, "sandoo.call.change", List.of(List.of("call_id", "in", ids)), Map.of("order", "id"))
                .forEach(row -> changes.computeIfAbsent(AuditView.idOf(row.get("call_id")), id -> new ArrayList<>())
                        .add(AuditView.Change.of(row)));
        return changes;
    }

    private List<Map<?, ?>> read(PageRequest request, String model, List<Object> domain, Map<String, Object> kwargs) {
        Object rows = account.call(request.visit(), model, "search_read", List.of(domain), kwargs);
        List<Map<?, ?>> result = new ArrayList<>();
        ((List<?>) rows).forEach(row -> result.add((Map<?, ?>) row));
        return result;
    }
}
