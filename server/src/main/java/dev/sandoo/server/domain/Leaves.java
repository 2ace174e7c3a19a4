package dev.sandoo.server.domain;

import dev.sandoo.server.domain.Condition.AllOf;
import dev.sandoo.server.domain.Condition.AnyOf;
import dev.sandoo.server.domain.Condition.Not;
import dev.sandoo.server.domain.Condition.Term;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rules for single leaves in versions whose domains are plain lists. Source: recorded answers, 14.0. */
public final class Leaves {
    /** Negation as it was: inequalities turn around as if no value were missing; {@code =like} and {@code =?} cannot turn. */
    public static final Negation NEGATION = new Negation(leaf -> opposite(leaf.operator()));

    private static final Map<Operator, Operator> TURNED = Map.of(
            Operator.LESS, Operator.GREATER_OR_EQUAL,
            Operator.GREATER_OR_EQUAL, Operator.LESS,
            Operator.GREATER, Operator.LESS_OR_EQUAL,
            Operator.LESS_OR_EQUAL, Operator.GREATER);

    private Leaves() {}

    /** One spelling for each meaning: {@code <>} is {@code !=}, and a list makes {@code =} an {@code in}. */
    public static Term normalize(Term leaf) {
        Operator operator = leaf.operator() == Operator.LESS_GREATER ? Operator.NOT_EQUALS : leaf.operator();
        if (isMembership(operator) && leaf.value() instanceof Boolean) {
            operator = operator == Operator.IN ? Operator.EQUALS : Operator.NOT_EQUALS;
        } else if (leaf.value() instanceof Collection && operator == Operator.EQUALS) {
            operator = Operator.IN;
        } else if (leaf.value() instanceof Collection && operator == Operator.NOT_EQUALS) {
            operator = Operator.NOT_IN;
        }
        return new Term(leaf.path(), operator, leaf.value());
    }

    /** Whether a domain may use the operator. */
    static boolean isKnown(Operator operator) {
        return switch (operator) {
            case EQUALS_TWICE, NOT_EQUALS_LIKE, NOT_EQUALS_ILIKE, ANY, NOT_ANY, ANY_SUDO, NOT_ANY_SUDO -> false;
            default -> true;
        };
    }

    /** Whether it can be told without looking that no record matches. */
    public static boolean matchesNothing(Condition condition) {
        return constant(condition).filter(holds -> !holds).isPresent();
    }

    private static boolean isMembership(Operator operator) {
        return operator == Operator.IN || operator == Operator.NOT_IN;
    }

    private static Optional<Operator> opposite(Operator operator) {
        Operator turned = TURNED.get(operator);
        if (turned != null) {
            return Optional.of(turned);
        }
        return isKnown(operator) ? operator.opposite().filter(Leaves::isKnown) : Optional.empty();
    }

    private static Optional<Boolean> constant(Condition condition) {
        return condition.accept(new Condition.Visitor<>() {
            @Override
            public Optional<Boolean> allOf(AllOf node) {
                return fold(node.parts(), false);
            }

            @Override
            public Optional<Boolean> anyOf(AnyOf node) {
                return fold(node.parts(), true);
            }

            @Override
            public Optional<Boolean> not(Not node) {
                return constant(node.part()).map(holds -> !holds);
            }

            @Override
            public Optional<Boolean> term(Term node) {
                if (!isMembership(node.operator()) || Truth.of(node.value())) {
                    return Optional.empty();
                }
                return Optional.of(node.operator() == Operator.NOT_IN);
            }
        });
    }

    /** One part that equals {@code decisive} decides; else all must be known. */
    private static Optional<Boolean> fold(List<Condition> parts, boolean decisive) {
        boolean allKnown = true;
        for (Condition part : parts) {
            Optional<Boolean> value = constant(part);
            if (value.isPresent() && value.get() == decisive) {
                return value;
            }
            allKnown &= value.isPresent();
        }
        return allKnown ? Optional.of(!decisive) : Optional.empty();
    }
}
