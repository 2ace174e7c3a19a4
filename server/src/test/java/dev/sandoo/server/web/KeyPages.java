package dev.sandoo.server.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The pages of API keys, as a person goes through them. */
final class KeyPages {
    private static final Pattern KEY = Pattern.compile("<code[^>]*>([0-9a-f]{40})</code>");
    private static final Pattern ID = Pattern.compile("/my/security/keys/(\\d+)/delete");

    private KeyPages() {}

    /** Makes a key and reads it off the page. */
    static String make(Visitor visitor, String password, String name) {
        String next = "/my/security/keys/new";
        visitor.get("/my/security/confirm?next=" + next);
        visitor.post("/my/security/confirm", Map.of("password", password, "next", next));
        String form = visitor.get(next).body();
        Map<String, String> fields = new LinkedHashMap<>(Map.of("name", name));
        if (form.contains("name=\"duration\"")) {
            fields.put("duration", "1");
        }
        return only(KEY, visitor.post(next, fields).body());
    }

    /** The id of the first key in the list. */
    static int firstId(Visitor visitor) {
        return Integer.parseInt(only(ID, visitor.get("/my/security").body()));
    }

    private static String only(Pattern pattern, String page) {
        Matcher found = pattern.matcher(page);
        if (!found.find()) {
            throw new AssertionError("no " + pattern + " on the page " + page);
        }
        return found.group(1);
    }
}
