package dev.sandoo.server.wire.routes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What a YAML file says of custom routes and their keys. Everything in it is checked when it is read, and all that is wrong is
 * told at once.
 */
public record RouteFile(List<CustomRoute> routes, List<Key> keys) {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    public RouteFile {
        routes = List.copyOf(routes);
        keys = List.copyOf(keys);
    }

    /** A key for the header {@code API-KEY}. {@code toString} does not tell it. */
    public record Key(String name, String login, String secret) {
        @Override
        public String toString() {
            return "Key[name=" + name + "]";
        }
    }

    /** Tells what a version has. */
    public interface Known {
        boolean hasModel(String model);

        /** Whether the model, which is known, has this method and clients may call it. */
        boolean hasMethod(String model, String method);
    }

    /** A file that cannot be used; the message tells every reason, one a line. */
    public static final class BadRoutesException extends RuntimeException {
        private static final long serialVersionUID = 1;

        BadRoutesException(List<String> problems) {
            super(String.join("\n", problems));
        }
    }

    /**
     * Reads a document.
     *
     * @param environment where keys may be kept outside the file
     * @throws BadRoutesException when something in it is wrong
     */
    public static RouteFile parse(String yaml, Map<String, String> environment, Known known) {
        Objects.requireNonNull(known, "known");
        List<String> problems = new ArrayList<>();
        RouteFile file = read(yaml, environment, known, problems);
        if (!problems.isEmpty()) {
            throw new BadRoutesException(problems);
        }
        return file;
    }

    private static RouteFile read(String yaml, Map<String, String> environment, Known known, List<String> problems) {
        Map<?, ?> document = document(yaml, problems);
        document.keySet().stream()
                .filter(key -> !key.equals("routes") && !key.equals("api_keys"))
                .forEach(key -> problems.add(key + ": unknown; the file holds routes and api_keys"));
        List<CustomRoute> routes = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (RouteEntry entry : RouteEntry.all(document.get("routes"), "routes", problems)) {
            RouteReader.read(entry, known).ifPresent(route -> {
                routes.add(route);
                route.methods().stream()
                        .filter(method -> !taken.add(method + " " + route.path()))
                        .forEach(method -> entry.problem("there is another route for " + method + " " + route.path()));
            });
        }
        List<Key> keys = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (RouteEntry entry : RouteEntry.all(document.get("api_keys"), "api_keys", problems)) {
            key(entry, environment).ifPresent(key -> {
                keys.add(key);
                if (!names.add(key.name())) {
                    entry.problem("there is another key with the name " + key.name());
                }
            });
        }
        return new RouteFile(routes, keys);
    }

    private static Map<?, ?> document(String yaml, List<String> problems) {
        try {
            JsonNode document = YAML.readTree(yaml);
            if (document.isMissingNode() || document.isNull()) {
                return Map.of();
            }
            if (document.isObject()) {
                return YAML.convertValue(document, Map.class);
            }
            problems.add("the file must hold routes and api_keys");
        } catch (JsonProcessingException e) {
            // The source is left out of the message: it may hold a key.
            problems.add(
                    "line " + (e.getLocation() == null ? "?" : e.getLocation().getLineNr()) + ": not YAML");
        }
        return Map.of();
    }

    private static Optional<Key> key(RouteEntry entry, Map<String, String> environment) {
        entry.allow("name", "login", "key", "key_variable");
        Optional<String> name = entry.required("name");
        Optional<String> login = entry.required("login");
        Optional<String> variable = entry.text("key_variable");
        Optional<String> secret = entry.text("key").or(() -> variable.map(environment::get));
        if (variable.isPresent() && entry.text("key").isPresent()) {
            entry.problem("give key or key_variable, not both");
        } else if (secret.filter(text -> !text.isEmpty()).isEmpty()) {
            entry.problem(variable.map(text -> "the environment variable " + text + " is not set")
                    .orElse("give key, or key_variable with the name of an environment variable"));
            return Optional.empty();
        }
        return name.isPresent() && login.isPresent()
                ? Optional.of(new Key(name.get(), login.get(), secret.get()))
                : Optional.empty();
    }
}
