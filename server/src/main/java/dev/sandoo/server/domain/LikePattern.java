package dev.sandoo.server.domain;

import java.util.regex.Pattern;

/** A pattern of SQL's LIKE: {@code %} is any text, {@code _} any character, a backslash takes what follows as it is. */
final class LikePattern {
    private final Pattern pattern;

    private LikePattern(Pattern pattern) {
        this.pattern = pattern;
    }

    static LikePattern of(String like) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < like.length(); i++) {
            char each = like.charAt(i);
            if (each == '%') {
                regex.append(".*");
            } else if (each == '_') {
                regex.append('.');
            } else {
                char literal = each == '\\' && i + 1 < like.length() ? like.charAt(++i) : each;
                regex.append(Pattern.quote(String.valueOf(literal)));
            }
        }
        return new LikePattern(Pattern.compile(regex.toString(), Pattern.DOTALL));
    }

    boolean matches(String text) {
        return pattern.matcher(text).matches();
    }
}
