package dev.sandoo.server.document;

import com.fasterxml.jackson.core.JacksonException;
import java.util.List;
import java.util.regex.Pattern;

/** Why a text is no YAML or JSON, in a line. */
public final class SyntaxReason {
    /** Where JSON's reader took what has no end to begin, which it names by the class that read it. */
    private static final Pattern JSON_PLACE = Pattern.compile(" \\(start marker at .*");

    private SyntaxReason() {}

    /** YAML's reader tells what it was doing, then, not indented, what is wrong; between them it shows the place. */
    public static String of(JacksonException error) {
        List<String> lines = error.getOriginalMessage()
                .lines()
                .filter(line -> !line.startsWith(" "))
                .toList();
        if (lines.isEmpty()) {
            return "cannot be read";
        }
        boolean doing = lines.size() > 1 && lines.get(0).startsWith("while ");
        return doing
                ? lines.get(1) + ", " + lines.get(0)
                : JSON_PLACE.matcher(lines.get(0)).replaceAll("");
    }
}
