package dev.sandoo.server.document;

import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A pattern for names: {@code *} stands for any number of characters, {@code ?} for one. */
public record Glob(String text, Pattern pattern) {
    public Glob {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(pattern, "pattern");
    }

    public static Glob of(String text) {
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

    public boolean fits(String name) {
        return pattern.matcher(name).matches();
    }

    /** Whether it stands for one name only, which is then its text. */
    public boolean isName() {
        return text.indexOf('*') < 0 && text.indexOf('?') < 0;
    }
}
