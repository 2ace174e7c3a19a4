package dev.sandoo.server.addons.base;

import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;

/**
 * How secrets are kept, which is not the models' business.
 *
 * @param hash a hash to store for a secret
 * @param matches whether a secret and a stored hash belong together
 */
public record Secrets(UnaryOperator<String> hash, BiPredicate<String, String> matches) {
    public Secrets {
        Objects.requireNonNull(hash, "hash");
        Objects.requireNonNull(matches, "matches");
    }
}
