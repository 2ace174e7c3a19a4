package dev.sandoo.samples;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a browser would do for a person: JSON posted with a cookie. Texts go in and out; a sample needs no JSON library. */
final class WebSession {
    private final String url;
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    WebSession(String url) {
        this.url = url;
    }

    /** Logs in; the answer names the user. */
    String login(String database, String login, String password) {
        return params(
                "/web/session/authenticate",
                "{\"db\": \"%s\", \"login\": \"%s\", \"password\": \"%s\"}".formatted(database, login, password));
    }

    /** Calls a method; arguments and context are JSON. */
    String call(String model, String method, String args, String context) {
        return params(
                "/web/dataset/call_kw",
                "{\"model\": \"%s\", \"method\": \"%s\", \"args\": %s, \"kwargs\": {\"context\": %s}}"
                        .formatted(model, method, args, context));
    }

    private String params(String path, String params) {
        return send("POST", path, "{\"jsonrpc\": \"2.0\", \"params\": " + params + "}");
    }

    /** Sends JSON to a path; headers are names and values in turn. */
    String send(String method, String path, String json, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(json));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return client.send(request.build(), BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new IllegalStateException("no answer from " + url, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** The first value of a member, a text without its quotes. */
    static String member(String json, String name) {
        Matcher value = Pattern.compile("\"" + name + "\":\\s*\"?([^\",}\\]]+)").matcher(json);
        if (!value.find()) {
            throw new IllegalStateException("no " + name + " in " + json);
        }
        return value.group(1);
    }

    /** Makes a key with the values of its wizard, and confirms the password on the way if need be. */
    String makeKey(String values, String password) {
        String wizard = member(call("res.users.apikeys.description", "create", "[" + values + "]", "{}"), "result");
        String action = call("res.users.apikeys.description", "make_key", "[[" + wizard + "]]", "{}");
        return member(confirm(action, password), "default_key");
    }

    /** What was asked for, once the password is confirmed; at once when it was confirmed a moment ago. */
    String confirm(String action, String password) {
        if (!action.contains("res.users.identitycheck")) {
            return action;
        }
        String check = "[[" + member(action, "res_id") + "]";
        String held = "{\"password\": \"" + password + "\"}";
        call("res.users.identitycheck", "write", check + ", " + held + "]", "{}"); // where Odoo 14.0 looks for it
        return call("res.users.identitycheck", "run_check", check + "]", held); // and where 19.0 does
    }
}
