package dev.sandoo.server.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;

/** Why a text is no YAML or JSON, in a line. */
public final class SyntaxReason {
    private SyntaxReason() {}

    /** YAML's reader tells what it was doing, then, not indented, what is wrong; between them it shows the place. */
    public static String of(JsonProcessingException error) {
        List<String> lines = error.getOriginalMessage()
                .lines()
                .filter(line -> !line.startsWith(" "))
                .toList();
        if (lines.isEmpty()) {
            return "cannot be read";
        }
        boolean doing = lines.size() > 1 && lines.get(0).startsWith("while ");
        return doing ? lines.get(1) + ", " + lines.get(0) : lines.get(0);
    }
}
