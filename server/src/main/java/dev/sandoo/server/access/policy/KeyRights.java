package dev.sandoo.server.access.policy;

import dev.sandoo.server.access.Operation;
import dev.sandoo.server.error.AccessError;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What a key's policy opens in one call. Whoever stands where a call goes on asks here first, and says {@link #refuse} when the
 * answer is no. Used by one thread.
 */
public final class KeyRights {
    private final KeyName key;
    private final Policy policy;
    private final String calledModel;
    private final String calledMethod;
    private final Map<String, Optional<ModelGrant>> grants = new HashMap<>();
    private final Set<String> noted = new LinkedHashSet<>();

    /** The rights of a key in a call of this method of this model. */
    public KeyRights(KeyName key, Policy policy, String model, String method) {
        this.key = Objects.requireNonNull(key, "key");
        this.policy = Objects.requireNonNull(policy, "policy");
        this.calledModel = Objects.requireNonNull(model, "model");
        this.calledMethod = Objects.requireNonNull(method, "method");
    }

    public Policy policy() {
        return policy;
    }

    /** The key and the policy by name. */
    public KeyName key() {
        return key;
    }

    /** Whether what is refused is refused, and not only noted. */
    public boolean isEnforced() {
        return policy.mode() == Policy.Mode.ENFORCE;
    }

    /** What a policy in {@code dry-run} would have refused so far, each reason once. */
    public List<String> noted() {
        return List.copyOf(noted);
    }

    /** What the policy opens of a model; empty when it is closed. */
    public Optional<ModelGrant> grant(String model) {
        return grants.computeIfAbsent(model, policy::grant);
    }

    /** Whether the method may be called. */
    public boolean opensMethod(String model, String method) {
        Sensitive sensitive = Sensitive.instance();
        Optional<ModelGrant> grant = grant(model);
        if (grant.isEmpty() || sensitive.isClosedMethod(model, method)) {
            return false;
        }
        NamePatterns methods = grant.get().methods();
        if (sensitive.isGuardedMethod(model, method)) {
            return methods.listed(method);
        }
        return methods.match(method)
                || MethodKinds.instance().of(method).orElse(Set.of()).stream()
                        .anyMatch(kind -> methods.listed(kind.odooName()));
    }

    /**
     * Whether the key may do this with records of the model: because the policy has the word for it, or because the method that
     * was called on this very model does it.
     */
    public boolean opens(String model, Operation operation) {
        Optional<ModelGrant> grant = grant(model);
        if (grant.isEmpty()) {
            return false;
        }
        // A word that opens a method of several kinds, as "create" does web_save, opens only its own kind of what that
        // does.
        NamePatterns methods = grant.get().methods();
        return methods.match(operation.odooName())
                || model.equals(calledModel)
                        && methods.match(calledMethod)
                        && opensMethod(model, calledMethod)
                        && MethodKinds.instance()
                                .of(calledMethod)
                                .map(kinds -> kinds.contains(operation))
                                .orElse(true);
    }

    /** Whether the method that was called is a model's own, and no create, read, write or delete. */
    public boolean runsOwnMethod() {
        return MethodKinds.instance().of(calledMethod).isEmpty();
    }

    /**
     * Whether a model's own code may do this although the policy does not open the model.
     *
     * @param acting the model whose records' change has the code run; empty for a method that was called
     */
    public boolean opensToCode(String acting, String model, Operation operation) {
        Sensitive sensitive = Sensitive.instance();
        if (sensitive.isClosed(model)) {
            return false;
        }
        return acting.equals(model) || sensitive.isPart(acting, model) || sensitive.isTechnical(model, operation);
    }

    /** Whether models' own code may do this for any key. */
    public boolean isTechnical(String model, Operation operation) {
        return Sensitive.instance().isTechnical(model, operation);
    }

    /** Whether the policy lets values be written to the field of a model that it opens. */
    public boolean writes(String model, String field) {
        Optional<NamePatterns> fields = grant(model).flatMap(ModelGrant::fields);
        if (Sensitive.instance().isGuardedField(model, field)) {
            return fields.map(listed -> listed.listed(field)).orElse(false);
        }
        return fields.map(listed -> listed.match(field)).orElse(true);
    }

    /** Whether the policy names the field, in full, among those that may be written. */
    public boolean namesWritable(String model, String field) {
        return grant(model)
                .flatMap(ModelGrant::fields)
                .map(listed -> listed.listed(field))
                .orElse(false);
    }

    /** Whether the policy names the field, in full, among those that are answered. */
    public boolean namesReturned(String model, String field) {
        return grant(model)
                .flatMap(ModelGrant::returns)
                .map(listed -> listed.listed(field))
                .orElse(false);
    }

    /** Whether the policy lets the field of a model that it opens be answered; ids always are. */
    public boolean returns(String model, String field) {
        return field.equals("id")
                || grant(model)
                        .flatMap(ModelGrant::returns)
                        .map(listed -> listed.match(field))
                        .orElse(true);
    }

    /**
     * Refuses, or in {@code dry-run} takes a note.
     *
     * @param dimension the key of the document that says no, such as {@code fields}
     * @param reason names models and fields, and no value of theirs
     */
    public void refuse(String dimension, String reason) {
        if (isEnforced()) {
            throw refusal(dimension, reason);
        }
        noted.add("policy %s would refuse: %s (%s)".formatted(key.policy(), reason, dimension));
    }

    /** Refuses what no policy opens, {@code dry-run} or not: else a key could make itself another policy. */
    public void requireNotClosed(String model, String method) {
        if (Sensitive.instance().isClosed(model)) {
            throw refusal("models", "no policy opens " + model);
        }
        if (Sensitive.instance().isClosedMethod(model, method)) {
            throw refusal("methods", "no policy opens " + method + " of " + model);
        }
    }

    /** Whether the policy keeps anything of the model back. */
    public boolean binds(String model) {
        return isEnforced() || Sensitive.instance().isClosed(model);
    }

    private AccessError refusal(String dimension, String reason) {
        String called = calledModel.isEmpty() ? calledMethod : calledModel + "." + calledMethod;
        return new AccessError("The policy \"%s\" of the API key \"%s\" (id %d) refuses %s: %s (%s)"
                .formatted(key.policy(), key.name(), key.id(), called, reason, dimension));
    }
}
