package dev.sandoo.server.domain;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The operators of domain terms. Which of them a version knows is data of that version. */
public enum Operator {
    EQUALS("="),
    NOT_EQUALS("!="),
    /** Another spelling of {@link #EQUALS}, kept apart because error texts repeat what the caller wrote. */
    EQUALS_TWICE("=="),
    /** Another spelling of {@link #NOT_EQUALS}. */
    LESS_GREATER("<>"),
    LESS("<"),
    LESS_OR_EQUAL("<="),
    GREATER(">"),
    GREATER_OR_EQUAL(">="),
    EQUALS_IF_SET("=?"),
    IN("in"),
    NOT_IN("not in"),
    LIKE("like"),
    NOT_LIKE("not like"),
    ILIKE("ilike"),
    NOT_ILIKE("not ilike"),
    EQUALS_LIKE("=like"),
    NOT_EQUALS_LIKE("not =like"),
    EQUALS_ILIKE("=ilike"),
    NOT_EQUALS_ILIKE("not =ilike"),
    CHILD_OF("child_of"),
    PARENT_OF("parent_of"),
    ANY("any"),
    NOT_ANY("not any"),
    /** {@code any} without regard to the other model's rights; never taken from a request. */
    ANY_SUDO("any!"),
    NOT_ANY_SUDO("not any!");

    private static final Map<String, Operator> BY_TEXT =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Operator::text, Function.identity()));

    private final String text;

    Operator(String text) {
        this.text = text;
    }

    /** The operator that means the same and is spelled as usual. */
    public Operator canonical() {
        return switch (this) {
            case EQUALS_TWICE -> EQUALS;
            case LESS_GREATER -> NOT_EQUALS;
            default -> this;
        };
    }

    /** The operator that holds exactly where this one does not, for those that come in such pairs. */
    public Optional<Operator> opposite() {
        Operator opposite = switch (this) {
            case EQUALS, EQUALS_TWICE -> NOT_EQUALS;
            case NOT_EQUALS, LESS_GREATER -> EQUALS;
            case IN -> NOT_IN;
            case NOT_IN -> IN;
            case LIKE -> NOT_LIKE;
            case NOT_LIKE -> LIKE;
            case ILIKE -> NOT_ILIKE;
            case NOT_ILIKE -> ILIKE;
            case EQUALS_LIKE -> NOT_EQUALS_LIKE;
            case NOT_EQUALS_LIKE -> EQUALS_LIKE;
            case EQUALS_ILIKE -> NOT_EQUALS_ILIKE;
            case NOT_EQUALS_ILIKE -> EQUALS_ILIKE;
            case ANY -> NOT_ANY;
            case NOT_ANY -> ANY;
            case ANY_SUDO -> NOT_ANY_SUDO;
            case NOT_ANY_SUDO -> ANY_SUDO;
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL, EQUALS_IF_SET, CHILD_OF, PARENT_OF -> null;
        };
        return Optional.ofNullable(opposite);
    }

    /** Whether it is the negative of a pair, such as {@code not in}. */
    public boolean isNegative() {
        return switch (this) {
            case NOT_EQUALS,
                    LESS_GREATER,
                    NOT_IN,
                    NOT_LIKE,
                    NOT_ILIKE,
                    NOT_EQUALS_LIKE,
                    NOT_EQUALS_ILIKE,
                    NOT_ANY,
                    NOT_ANY_SUDO -> true;
            default -> false;
        };
    }

    /** As it is written in a domain. */
    public String text() {
        return text;
    }

    /** The operator written so, in lower case. */
    public static Optional<Operator> of(String text) {
        return Optional.ofNullable(BY_TEXT.get(text));
    }
}
