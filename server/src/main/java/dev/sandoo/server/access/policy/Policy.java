package dev.sandoo.server.access.policy;

import dev.sandoo.server.document.Glob;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What the document of a policy says. Immutable. Every dimension is optional, and all that are stated must allow a call.
 *
 * @param name empty when the document does not repeat the name it is stored under
 * @param models in the document's order; empty opens all that is not sensitive
 * @param addresses empty for any
 * @param limits rate and quota
 * @param protocols empty for any
 * @param expires the moment from which the policy refuses everything
 * @param lines where the document states each dimension, from 1
 */
public record Policy(
        Optional<String> name,
        Mode mode,
        Optional<List<ModelGrant>> models,
        Optional<RoleLimit> role,
        List<AddressRange> addresses,
        Optional<Hours> hours,
        List<Limit> limits,
        Set<String> protocols,
        Optional<Instant> expires,
        Map<String, Integer> lines) {

    private static final ModelGrant EVERYTHING = new ModelGrant(
            "*", new NamePatterns(List.of("*")), Optional.empty(), Optional.empty(), Optional.empty(), 0, Map.of());

    /** Whether a policy refuses, or only notes what it would refuse. */
    public enum Mode {
        ENFORCE("enforce"),
        DRY_RUN("dry-run");

        private final String word;

        Mode(String word) {
            this.word = word;
        }

        /** As documents write it. */
        public String word() {
            return word;
        }
    }

    public Policy {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(mode, "mode");
        models = models.map(List::copyOf);
        addresses = List.copyOf(addresses);
        limits = List.copyOf(limits);
        protocols = Set.copyOf(protocols);
        lines = Map.copyOf(lines);
    }

    /**
     * What is opened of a model: by its own name if that is listed, else by the first glob that fits. What is always closed
     * nothing opens, and what is sensitive no glob.
     */
    public Optional<ModelGrant> grant(String model) {
        if (Sensitive.instance().isClosed(model)) {
            return Optional.empty();
        }
        List<ModelGrant> grants = models.orElse(List.of(EVERYTHING));
        Optional<ModelGrant> own =
                grants.stream().filter(grant -> grant.model().equals(model)).findFirst();
        if (own.isPresent() || Sensitive.instance().isGuarded(model)) {
            return own;
        }
        return grants.stream()
                .filter(grant -> grant.isGlob() && new Glob(grant.model()).fits(model))
                .findFirst();
    }
}
