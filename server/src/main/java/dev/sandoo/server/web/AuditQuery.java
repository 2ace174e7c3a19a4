package dev.sandoo.server.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which calls a page shows; what is empty asks nothing.
 *
 * @param key a key's number or part of its name
 * @param user part of a user's login
 * @param since the earliest time as a browser's field for it has it, such as {@code 2027-01-31T08:00}, in UTC
 * @param until the time before which calls began
 * @param page counted from 0
 */
public record AuditQuery(String key, String user, String model, String outcome, String since, String until, int page) {
    private static final String TIME = "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2})?";
    private static final String NUMBER = "\\d{1,9}";

    static AuditQuery of(PageRequest request) {
        String page = request.given("page");
        return new AuditQuery(
                request.given("key").strip(),
                request.given("user").strip(),
                request.given("model").strip(),
                request.given("outcome"),
                time(request.given("since")),
                time(request.given("until")),
                page.matches("\\d{1,6}") ? Integer.parseInt(page) : 0);
    }

    private static String time(String text) {
        return text.matches(TIME) ? text : "";
    }

    List<Object> domain() {
        List<Object> domain = new ArrayList<>();
        if (key.matches(NUMBER)) {
            domain.addAll(List.of("|", List.of("key_id", "=", Integer.parseInt(key)), List.of("key_name", "=", key)));
        } else if (!key.isEmpty()) {
            domain.add(List.of("key_name", "ilike", key));
        }
        if (!user.isEmpty()) {
            domain.add(List.of("user_id.login", "ilike", user));
        }
        if (!model.isEmpty()) {
            domain.add(List.of("model", "=", model));
        }
        if (!outcome.isEmpty()) {
            domain.add(List.of("outcome", "=", outcome));
        }
        if (!since.isEmpty()) {
            domain.add(List.of("time", ">=", moment(since)));
        }
        if (!until.isEmpty()) {
            domain.add(List.of("time", "<", moment(until)));
        }
        return domain;
    }

    private static String moment(String time) {
        String text = time.replace('T', ' ');
        return text.length() == "2027-01-31 08:00".length() ? text + ":00" : text;
    }

    /** The same question, another page of answers. */
    String link(int other) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("key", key);
        values.put("user", user);
        values.put("model", model);
        values.put("outcome", outcome);
        values.put("since", since);
        values.put("until", until);
        StringBuilder link = new StringBuilder(AuditPage.PATH).append("?page=").append(other);
        values.forEach((name, value) -> {
            if (!value.isEmpty()) {
                link.append('&').append(name).append('=').append(Redirects.encoded(value));
            }
        });
        return link.toString();
    }
}
