package dev.sandoo.server.addons.base;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
}
