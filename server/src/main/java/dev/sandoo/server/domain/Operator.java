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

    /** As it is written in a domain. */
    public String text() {
        return text;
    }

    /** The operator written so, in lower case. */
    public static Optional<Operator> of(String text) {
        return Optional.ofNullable(BY_TEXT.get(text));
    }
}
