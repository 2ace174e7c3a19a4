package dev.sandoo.server.access.policy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandoo.server.access.Operation;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which methods the words {@code read}, {@code create}, {@code write} and {@code unlink} stand for, and which arguments of other
 * methods name records. Immutable.
 */
public final class MethodKinds {
    private static final MethodKinds INSTANCE = new MethodKinds();

    private final Map<String, Set<Operation>> kinds = new HashMap<>();
    private final Map<String, Map<String, String>> arguments = new HashMap<>();

    private MethodKinds() {
        JsonNode file = Sensitive.read("methods.yaml");
        for (Operation operation : Operation.values()) {
            Sensitive.texts(file.path(operation.odooName()))
                    .forEach(method -> kinds.computeIfAbsent(method, name -> EnumSet.noneOf(Operation.class))
                            .add(operation));
        }
        Sensitive.texts(file.path("none")).forEach(method -> kinds.put(method, EnumSet.noneOf(Operation.class)));
        file.path("arguments").properties().forEach(method -> {
            Map<String, String> models = new LinkedHashMap<>();
            method.getValue()
                    .properties()
                    .forEach(
                            named -> models.put(named.getKey(), named.getValue().asText()));
            arguments.put(method.getKey(), models);
        });
    }

    /** What {@code policy/methods.yaml} says. */
    public static MethodKinds instance() {
        return INSTANCE;
    }

    /** The kinds of a method that every model has; empty for a method of a model's own. */
    public Optional<Set<Operation>> of(String method) {
        return Optional.ofNullable(kinds.get(method));
    }

    /** The arguments of a method that name records, with the models of these. */
    public Map<String, String> records(String method) {
        return Collections.unmodifiableMap(arguments.getOrDefault(method, Map.of()));
    }
}
