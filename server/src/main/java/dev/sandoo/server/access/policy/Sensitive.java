package dev.sandoo.server.access.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.sandoo.server.access.Operation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The models that stand apart, whatever a policy says: what is always closed, what must be named to be open, and what models
 * may touch by themselves. Read once from {@code policy/models.yaml}, where each has its reason. Immutable, thread-safe.
 */
public final class Sensitive {
    private static final Sensitive INSTANCE = new Sensitive();

    private final List<String> closed = new ArrayList<>();
    private final List<String> guarded = new ArrayList<>();
    private final Set<String> ordinary = new HashSet<>();
    private final Set<String> reference = new HashSet<>();
    private final Map<String, Set<String>> fields = new HashMap<>();
    private final Map<String, Set<String>> methods = new HashMap<>();
    private final Map<String, Set<String>> closedMethods = new HashMap<>();
    private final Map<String, Set<Operation>> technical = new HashMap<>();
    private final Map<String, Set<String>> parts = new HashMap<>();

    private Sensitive() {
        JsonNode file = read("models.yaml");
        file.path("closed").properties().forEach(entry -> closed.add(entry.getKey()));
        file.path("guarded").properties().forEach(entry -> guarded.add(entry.getKey()));
        ordinary.addAll(texts(file.path("ordinary")));
        reference.addAll(texts(file.path("reference")));
        table(file.path("fields"), fields);
        table(file.path("methods"), methods);
        table(file.path("closed_methods"), closedMethods);
        table(file.path("parts"), parts);
        file.path("technical").properties().forEach(entry -> {
            Set<Operation> operations = EnumSet.noneOf(Operation.class);
            texts(entry.getValue().path("operations"))
                    .forEach(word -> operations.add(Operation.valueOf(word.toUpperCase(Locale.ROOT))));
            technical.put(entry.getKey(), operations);
        });
    }

    /** What the file says. */
    public static Sensitive instance() {
        return INSTANCE;
    }

    static JsonNode read(String name) {
        try (InputStream in = Sensitive.class.getResourceAsStream("/policy/" + name)) {
            return new ObjectMapper(new YAMLFactory()).readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(one -> texts.add(one.asText()));
        return texts;
    }

    private static void table(JsonNode node, Map<String, Set<String>> table) {
        node.properties().forEach(entry -> table.put(entry.getKey(), Set.copyOf(texts(entry.getValue()))));
    }

    /** Whether no policy opens the model. */
    public boolean isClosed(String model) {
        return fits(closed, model);
    }

    /** Whether only its own name opens the model. */
    public boolean isGuarded(String model) {
        return fits(guarded, model) && !ordinary.contains(model);
    }

    /** Whether records may point to the model although it is closed; the same goes for what only its own name opens. */
    public boolean isReference(String model) {
        return reference.contains(model) || isGuarded(model);
    }

    private static boolean fits(List<String> patterns, String model) {
        return patterns.stream()
                .anyMatch(pattern -> pattern.endsWith("*")
                        ? model.startsWith(pattern.substring(0, pattern.length() - 1))
                        : model.equals(pattern));
    }

    /** Whether the field is written only where a policy names it in full; 14.0 has fields that stand for groups, too. */
    public boolean isGuardedField(String model, String field) {
        return fields.getOrDefault(model, Set.of()).contains(field)
                || model.equals("res.users") && (field.startsWith("in_group_") || field.startsWith("sel_groups_"));
    }

    boolean isGuardedMethod(String model, String method) {
        return methods.getOrDefault(model, Set.of()).contains(method);
    }

    boolean isClosedMethod(String model, String method) {
        return closedMethods.getOrDefault(model, Set.of()).contains(method);
    }

    /** Whether models' own code may do this to the model for any key. */
    boolean isTechnical(String model, Operation operation) {
        return technical.getOrDefault(model, Set.of()).contains(operation);
    }

    /** Whether records of the part come and go with those of the whole. */
    boolean isPart(String whole, String part) {
        return parts.getOrDefault(whole, Set.of()).contains(part);
    }
}
