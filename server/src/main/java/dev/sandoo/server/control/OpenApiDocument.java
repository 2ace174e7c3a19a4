package dev.sandoo.server.control;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Describes the table of routes in OpenAPI 3.1. Serves one document. */
final class OpenApiDocument {
    private static final String VERSION = "3.1.1";
    private static final String TOKEN = "token";

    private final JsonSchemas schemas = new JsonSchemas();

    /** @param build the version of this build */
    Map<String, Object> of(List<ControlRoute> routes, String build) {
        Map<String, Object> paths = new LinkedHashMap<>();
        for (ControlRoute route : routes) {
            paths.merge(
                    ControlApi.ROOT + route.path(),
                    Map.of(route.verb().name().toLowerCase(Locale.ROOT), operation(route)),
                    OpenApiDocument::united);
        }
        schemas.of(Problem.class);
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("openapi", VERSION);
        document.put("info", info(build));
        document.put("servers", List.of(Map.of("url", "/")));
        // Without a token on the server none is needed from its own machine.
        document.put("security", List.of(Map.of(), Map.of(TOKEN, List.of())));
        document.put("paths", paths);
        document.put("components", components());
        return document;
    }

    private static Map<String, Object> info(String build) {
        Map<String, Object> info = new LinkedHashMap<>();
        info.put("title", "Sandoo control interface");
        info.put("version", build);
        info.put(
                "description",
                "What tests ask of Sandoo itself: databases, snapshots, seeds and what goes with them. Bodies may be JSON or"
                        + " YAML; what goes wrong is told in problem documents of RFC 9457.");
        return info;
    }

    private Map<String, Object> components() {
        Map<String, Object> components = new LinkedHashMap<>();
        components.put("schemas", schemas.records());
        components.put("securitySchemes", Map.of(TOKEN, Map.of("type", "http", "scheme", "bearer")));
        return components;
    }

    private Map<String, Object> operation(ControlRoute route) {
        Operation<?> operation = route.endpoint().operation();
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("operationId", operation.id());
        described.put("summary", operation.summary());
        described.put("tags", List.of(tag(route)));
        List<Object> parameters = parameters(route, operation);
        if (!parameters.isEmpty()) {
            described.put("parameters", parameters);
        }
        if (operation.takesBody()) {
            described.put("requestBody", Map.of("content", bodies(operation.body())));
        }
        described.put("responses", responses(operation));
        return described;
    }

    /** What a route is about: the last word of its path that all routes beside it share. */
    private static String tag(ControlRoute route) {
        List<String> segments = route.segments();
        return segments.size() > 2 && segments.get(0).equals("databases") ? segments.get(2) : segments.get(0);
    }

    private static List<Object> parameters(ControlRoute route, Operation<?> operation) {
        List<Object> parameters = new ArrayList<>();
        Map<String, Object> text = Map.of("type", "string");
        route.names()
                .forEach(name -> parameters.add(Map.of("name", name, "in", "path", "required", true, "schema", text)));
        operation
                .query()
                .forEach(parameter -> parameters.add(Map.of(
                        "name", parameter.name(), "in", "query", "description", parameter.sentence(), "schema", text)));
        return parameters;
    }

    private Map<String, Object> bodies(Class<?> type) {
        Map<String, Object> content = Map.of("schema", schemas.of(type));
        if (type == RawBody.class) {
            return Map.of("*/*", content);
        }
        Map<String, Object> bodies = new LinkedHashMap<>();
        bodies.put(ControlAnswer.JSON, content);
        bodies.put("application/yaml", content);
        return bodies;
    }

    private Map<String, Object> responses(Operation<?> operation) {
        Map<String, Object> responses = new TreeMap<>(); // "default" comes after the numbers
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("description", operation.answer() == Void.class ? "Done." : "The answer.");
        if (operation.answer() != Void.class) {
            answer.put("content", Map.of(operation.mediaType(), Map.of("schema", schemas.of(operation.answer()))));
        }
        responses.put(String.valueOf(operation.status()), answer);
        operation
                .refusals()
                .forEach(kind ->
                        responses.merge(String.valueOf(kind.status()), problem(kind.title()), OpenApiDocument::both));
        responses.put("default", problem("Anything that went wrong"));
        return responses;
    }

    private Map<String, Object> problem(String title) {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("description", title + ".");
        problem.put("content", Map.of(Problem.MEDIA_TYPE, Map.of("schema", schemas.of(Problem.class))));
        return problem;
    }

    @SuppressWarnings("unchecked")
    private static Object united(Object one, Object other) {
        Map<String, Object> both = new LinkedHashMap<>((Map<String, Object>) one);
        both.putAll((Map<String, Object>) other);
        return both;
    }

    @SuppressWarnings("unchecked")
    private static Object both(Object one, Object other) {
        Map<String, Object> both = new LinkedHashMap<>((Map<String, Object>) one);
        both.merge("description", ((Map<String, Object>) other).get("description"), (a, b) -> a + " " + b);
        return both;
    }
}
