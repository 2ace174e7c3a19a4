package dev.sandoo.server.wire.routes;

import dev.sandoo.server.wire.routes.CustomRoute.Auth;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Makes a route of an entry, and finds what is wrong with it. */
final class RouteReader {
    private static final Pattern PATH = Pattern.compile("(/([A-Za-z0-9_.~-]+|\\{[A-Za-z_]\\w*}))+");
    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");
    private static final Set<String> WITHOUT_BODY = Set.of("GET", "DELETE");
    private static final List<String> OURS = List.of("/web", "/xmlrpc", "/jsonrpc", "/json", "/doc-bearer", "/_sandoo");
    private static final Object RESULT = "{result}";
    private static final int OK = 200;

    private RouteReader() {}

    /** The route; empty when too much of it is wrong. Faults are told in any case. */
    static Optional<CustomRoute> read(RouteEntry entry, RouteFile.Known known) {
        entry.allow(
                "path", "methods", "auth", "user", "model", "method", "required", "args", "kwargs", "status", "answer");
        Optional<String> path = entry.required("path").filter(text -> isPath(entry, text));
        Optional<Auth> auth = auth(entry);
        Optional<String> user = entry.text("user");
        if (auth.isPresent() && (auth.get() == Auth.PUBLIC) != user.isPresent()) {
            entry.problem(
                    user.isPresent()
                            ? "user belongs to routes with auth: public"
                            : "a public route needs a user to run as");
        }
        Optional<String> model = entry.required("model");
        Optional<String> method = entry.required("method");
        checkMethod(entry, model, method, known);
        Set<String> methods = methods(entry);
        int status = status(entry);
        Object answer = entry.values().containsKey("answer") ? entry.values().get("answer") : RESULT;
        List<Object> args = entry.list("args");
        Map<String, Object> kwargs = entry.object("kwargs");
        path.ifPresent(text -> checkNames(entry, text, methods, List.of(args, kwargs)));
        if (path.isEmpty() || auth.isEmpty() || model.isEmpty() || method.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new CustomRoute(
                methods,
                path.get(),
                auth.get(),
                user,
                model.get(),
                method.get(),
                entry.texts("required"),
                args,
                kwargs,
                status,
                answer));
    }

    private static boolean isPath(RouteEntry entry, String path) {
        if (!PATH.matcher(path).matches()) {
            entry.problem("path " + path + " must be like /api/orders/{id}");
            return false;
        }
        if (OURS.stream().anyMatch(ours -> path.equals(ours) || path.startsWith(ours + "/"))) {
            entry.problem("path " + path + " belongs to Odoo or Sandoo");
            return false;
        }
        return true;
    }

    private static Optional<Auth> auth(RouteEntry entry) {
        Optional<String> word = entry.required("auth");
        Optional<Auth> auth = word.flatMap(text -> Arrays.stream(Auth.values())
                .filter(value -> value.word().equals(text))
                .findFirst());
        if (word.isPresent() && auth.isEmpty()) {
            entry.problem("auth must be api_key, bearer, user or public");
        }
        return auth;
    }

    private static Set<String> methods(RouteEntry entry) {
        Set<String> methods = new LinkedHashSet<>();
        for (String method : entry.texts("methods")) {
            String name = method.toUpperCase(Locale.ROOT);
            if (METHODS.contains(name)) {
                methods.add(name);
            } else {
                entry.problem("there is no HTTP method " + method + " here");
            }
        }
        return methods.isEmpty() ? Set.of("POST") : methods;
    }

    private static int status(RouteEntry entry) {
        Object status = entry.values().get("status");
        if (status == null) {
            return OK;
        }
        if (status instanceof Integer number && number >= OK && number < 300) {
            return number;
        }
        entry.problem("status must be between 200 and 299");
        return OK;
    }

    private static void checkMethod(
            RouteEntry entry, Optional<String> model, Optional<String> method, RouteFile.Known known) {
        if (model.isPresent() && !known.hasModel(model.get())) {
            entry.problem("there is no model " + model.get());
        } else if (model.isPresent() && method.isPresent() && !known.hasMethod(model.get(), method.get())) {
            entry.problem("clients cannot call " + model.get() + "." + method.get());
        }
    }

    /** A name in the arguments of a route without a body can come from path or query only, which the file cannot know. */
    private static void checkNames(RouteEntry entry, String path, Set<String> methods, Object documents) {
        Set<String> used = new LinkedHashSet<>();
        Placeholders.names(documents, used::add);
        Placeholders.names(path, name -> {
            if (!used.contains(name) && WITHOUT_BODY.containsAll(methods)) {
                entry.problem("{" + name + "} of the path is never used");
            }
        });
    }
}
