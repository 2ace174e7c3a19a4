package dev.sandoo.server.access.policy;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names and globs ({@code *} for any letters, {@code ?} for one) as a policy lists them. Names are compared letter for letter:
 * neither case nor letters that look alike are overlooked. Immutable.
 */
public final class NamePatterns {
    private final Set<String> names = new LinkedHashSet<>();
    private final List<Pattern> globs = new ArrayList<>();

    public NamePatterns(List<String> texts) {
        for (String text : texts) {
            names.add(text);
            if (isGlob(text)) {
                globs.add(glob(text));
            }
        }
    }

    /** Whether a text is a glob and no name. */
    static boolean isGlob(String text) {
        return text.indexOf('*') >= 0 || text.indexOf('?') >= 0;
    }

    /** Whether one of them fits the name. */
    public boolean match(String name) {
        return names.contains(name)
                || globs.stream().anyMatch(glob -> glob.matcher(name).matches());
    }

    /** Whether the name itself is listed, and not only a glob that fits. */
    public boolean listed(String name) {
        return names.contains(name);
    }

    static Pattern glob(String text) {
        StringBuilder expression = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            switch (letter) {
                case '*' -> expression.append(".*");
                case '?' -> expression.append('.');
                default -> expression.append(Pattern.quote(String.valueOf(letter)));
            }
        }
        return Pattern.compile(expression.toString(), Pattern.DOTALL);
    }

    /** As they were listed. */
    @Override
    public String toString() {
        return String.join(", ", names);
    }
}
