package dev.sandoo.server.domain;

import dev.sandoo.server.domain.Condition.AllOf;
import dev.sandoo.server.domain.Condition.AnyOf;
import dev.sandoo.server.domain.Condition.Not;
import dev.sandoo.server.domain.Condition.Term;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Pushes negation down to the terms: by De Morgan's laws through {@code &} and {@code |}, and into operators that have an
 * opposite. What has none keeps its {@link Not}. Which terms have one differs per version and is given.
 */
public final class Negation {
    private final Function<Term, Optional<Operator>> opposites;

    public Negation(Function<Term, Optional<Operator>> opposites) {
        this.opposites = opposites;
    }

    /** The same condition with {@code Not} only around single terms. */
    public Condition pushDown(Condition condition) {
        return condition.accept(new Pusher(false));
    }

    /** The opposite of the condition, with {@code Not} only around single terms. */
    public Condition negate(Condition condition) {
        return condition.accept(new Pusher(true));
    }

    private final class Pusher implements Condition.Visitor<Condition> {
        private final boolean negative;

        Pusher(boolean negative) {
            this.negative = negative;
        }

        @Override
        public Condition allOf(AllOf node) {
            return negative ? Condition.anyOf(all(node.parts())) : Condition.allOf(all(node.parts()));
        }

        @Override
        public Condition anyOf(AnyOf node) {
            return negative ? Condition.allOf(all(node.parts())) : Condition.anyOf(all(node.parts()));
        }

        @Override
        public Condition not(Not node) {
            return node.part().accept(new Pusher(!negative));
        }

        @Override
        public Condition term(Term node) {
            if (!negative) {
                return node;
            }
            return opposites
                    .apply(node)
                    .<Condition>map(opposite -> new Term(node.path(), opposite, node.value()))
                    .orElseGet(() -> new Not(node));
        }

        private List<Condition> all(List<Condition> parts) {
            return parts.stream().map(part -> part.accept(this)).toList();
        }
    }
}
