package dev.sandoo.server.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the pages of key policies read and do, as calls of models in one person's request. */
record Policies(Account account) {
    private static final String MODEL = "sandoo.key.policy";
    private static final String VERSION = "sandoo.key.policy.version";

    /** A policy as its page shows it. */
    record Policy(int id, String name, String document, boolean active, String changed, String changedBy) {}

    /** Archived ones too, by name. */
    List<Policy> all() {
        return found(List.of());
    }

    Optional<Policy> byId(int id) {
        return found(List.of(List.of("id", "=", id))).stream().findFirst();
    }

    private List<Policy> found(List<Object> domain) {
        Object rows = account.call(
                MODEL,
                "search_read",
                List.of(domain, List.of("name", "document", "active", "write_date", "write_uid")),
                Map.of("context", Map.of("active_test", false)));
        List<Policy> policies = new ArrayList<>();
        for (Object row : (List<?>) rows) {
            Map<?, ?> values = (Map<?, ?>) row;
            policies.add(new Policy(
                    (Integer) values.get("id"),
                    String.valueOf(values.get("name")),
                    String.valueOf(values.get("document")),
                    Boolean.TRUE.equals(values.get("active")),
                    String.valueOf(values.get("write_date")),
                    values.get("write_uid") instanceof List<?> user ? String.valueOf(user.get(1)) : ""));
        }
        return policies;
    }

    /** When a policy was changed and by whom, the latest first. */
    List<PolicyView.Version> versions(int policy) {
        Object rows = account.call(
                VERSION,
                "search_read",
                List.of(List.of(List.of("policy_id", "=", policy)), List.of("create_date", "create_uid", "document")),
                Map.of());
        List<PolicyView.Version> versions = new ArrayList<>();
        for (Object row : (List<?>) rows) {
            Map<?, ?> values = (Map<?, ?>) row;
            String who = values.get("create_uid") instanceof List<?> user ? String.valueOf(user.get(1)) : "";
            versions.add(new PolicyView.Version(
                    String.valueOf(values.get("create_date")), who, String.valueOf(values.get("document"))));
        }
        return versions;
    }

    /** Makes a policy and answers its id. */
    int create(String name, String document) {
        return (Integer) account.call(MODEL, "create", List.of(values(name, document)), Map.of());
    }

    void write(int id, String name, String document, boolean active) {
        Map<String, Object> values = values(name, document);
        values.put("active", active);
        account.call(MODEL, "write", List.of(List.of(id), values), Map.of());
    }

    private static Map<String, Object> values(String name, String document) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("name", name);
        values.put("document", document.replace("\r\n", "\n"));
        return values;
    }

    /** What the policy of a key says to a call; the fields that it writes have blanks or commas between them. */
    List<PoliciesView.Verdict> explain(int key, String model, String method, String fields) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (String field : fields.split("[\\s,]+")) {
            if (!field.isEmpty()) {
                values.put(field, false);
            }
        }
        Map<?, ?> answer = (Map<?, ?>) account.call(MODEL, "explain", List.of(key, model, method, values), Map.of());
        List<PoliciesView.Verdict> verdicts = new ArrayList<>();
        for (Object verdict : (List<?>) answer.get("verdicts")) {
            Map<?, ?> line = (Map<?, ?>) verdict;
            verdicts.add(new PoliciesView.Verdict(
                    Boolean.TRUE.equals(line.get("allowed")),
                    String.valueOf(line.get("dimension")),
                    (Integer) line.get("line"),
                    String.valueOf(line.get("text"))));
        }
        return verdicts;
    }
}
