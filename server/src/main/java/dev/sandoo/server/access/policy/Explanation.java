package dev.sandoo.server.access.policy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a policy says to a call before it is made, and by which line of its document. What only shows when the call runs is left
 * out: records, linked models, how often the key was used.
 */
public record Explanation(List<Verdict> verdicts) {
    public Explanation {
        verdicts = List.copyOf(verdicts);
    }

    /**
     * What one dimension says.
     *
     * @param line of the document, from 1; 0 where it has none
     */
    public record Verdict(boolean allowed, String dimension, int line, String text) {
        public Verdict {
            Objects.requireNonNull(dimension, "dimension");
            Objects.requireNonNull(text, "text");
        }

        /** Such as {@code refused  fields (line 4): user_id is not among them}. */
        @Override
        public String toString() {
            return (allowed ? "allowed  " : "refused  ") + dimension + (line == 0 ? "" : " (line " + line + ")") + ": "
                    + text;
        }
    }

    /** Whether nothing refuses the call. */
    public boolean isAllowed() {
        return verdicts.stream().allMatch(Verdict::allowed);
    }

    /**
     * Explains a call.
     *
     * @param fields the fields that it gives values for
     */
    public static Explanation of(Policy policy, String model, String method, Collection<String> fields) {
        List<Verdict> verdicts = new ArrayList<>();
        KeyRights rights = new KeyRights(new KeyName(0, "", policy.name().orElse("")), policy, model, method);
        Optional<ModelGrant> grant = rights.grant(model);
        int models = policy.lines().getOrDefault("models", 0);
        if (grant.isEmpty()) {
            verdicts.add(new Verdict(false, "models", models, closed(model)));
            return new Explanation(verdicts);
        }
        ModelGrant open = grant.get();
        verdicts.add(new Verdict(
                true,
                "models",
                open.line(),
                model + (open.line() == 0 ? ": the policy names no models" : ", by " + open.model())));
        verdicts.add(new Verdict(
                rights.opensMethod(model, method),
                "methods",
                open.lineOf("methods"),
                method + ", of " + open.methods()));
        for (String field : fields) {
            String text = field
                    + open.fields().map(listed -> ", of " + listed).orElse(": all may be written")
                    + (Sensitive.instance().isGuardedField(model, field) ? "; it must be named in full" : "");
            verdicts.add(new Verdict(rights.writes(model, field), "fields", open.lineOf("fields"), text));
        }
        return new Explanation(verdicts);
    }

    private static String closed(String model) {
        if (Sensitive.instance().isClosed(model)) {
            return "no policy opens " + model;
        }
        return model + (Sensitive.instance().isGuarded(model) ? " is opened only by its own name" : " is not listed");
    }

    /** The same with what the circumstances of a call would say now. */
    public Explanation under(Policy policy, Circumstances now) {
        List<Verdict> all = new ArrayList<>();
        all.add(new Verdict(now.state().equals("active"), "state", 0, "the key is " + now.state()));
        policy.expires()
                .ifPresent(end -> all.add(
                        new Verdict(now.moment().isBefore(end), "expires", line(policy, "expires"), "at " + end)));
        policy.hours()
                .ifPresent(hours -> all.add(new Verdict(
                        hours.contain(now.moment()),
                        "hours",
                        line(policy, "hours"),
                        "it is " + now.moment().atZone(hours.zone()))));
        now.address()
                .filter(address -> !policy.addresses().isEmpty())
                .ifPresent(address -> all.add(new Verdict(
                        policy.addresses().stream().anyMatch(range -> range.contains(address)),
                        "addresses",
                        line(policy, "addresses"),
                        address)));
        now.protocol()
                .filter(protocol -> !policy.protocols().isEmpty())
                .ifPresent(protocol -> all.add(new Verdict(
                        policy.protocols().contains(protocol), "protocols", line(policy, "protocols"), protocol)));
        all.addAll(verdicts);
        return new Explanation(all);
    }

    private static int line(Policy policy, String key) {
        return policy.lines().getOrDefault(key, 0);
    }
}
