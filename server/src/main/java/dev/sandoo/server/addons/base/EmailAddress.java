package dev.sandoo.server.addons.base;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** E-mail addresses in what people type. */
public final class EmailAddress {
    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>@,;\"]+@[^\\s<>@,;\"]+");

    private EmailAddress() {}

    /** The only address in the text, in lower case; empty when there is none or more than one. */
    public static Optional<String> normalize(String text) {
        Matcher matcher = ADDRESS.matcher(text);
        if (!matcher.find()) {
            return Optional.empty();
        }
        String found = matcher.group();
        return matcher.find() ? Optional.empty() : Optional.of(found.toLowerCase(Locale.ROOT));
    }

    /** The first address in the text, in lower case. */
    static Optional<String> first(String text) {
        Matcher matcher = ADDRESS.matcher(text);
        return matcher.find() ? Optional.of(matcher.group().toLowerCase(Locale.ROOT)) : Optional.empty();
    }

    /** All addresses in the text, in lower case and joined by commas; empty for none. */
    static String all(String text) {
        return ADDRESS.matcher(text)
                .results()
                .map(found -> found.group().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(","));
    }
}
