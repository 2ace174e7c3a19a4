package dev.sandoo.server.stub;

import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A pattern for names: {@code *} stands for any number of characters, {@code ?} for one. */
record Glob(String text, Pattern pattern) {
    Glob {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(pattern, "pattern");
    }

    static Glob of(String text) {
        String expression = text.chars().mapToObj(Glob::expression).collect(Collectors.joining());
        return new Glob(text, Pattern.compile(expression, Pattern.DOTALL));
    }

    private static String expression(int character) {
        return switch (character) {
            case '*' -> ".*";
            case '?' -> ".";
            default -> Pattern.quote(Character.toString(character));
        };
    }

    boolean fits(String name) {
        return pattern.matcher(name).matches();
    }

    /** Whether it stands for one name only, which is then its text. */
    boolean isName() {
        return text.indexOf('*') < 0 && text.indexOf('?') < 0;
    }
}
