package dev.sandoo.server.cli;

import dev.sandoo.server.document.Nearest;
import java.util.Collection;

/** What somebody who mistyped a name may have meant. */
final class Suggestion {
    private Suggestion() {}

    /** A remedy that names the nearest known name, or all of them when none is near. */
    static String among(Collection<String> known, String typed) {
        return Nearest.of(typed, known)
                .map(name -> "did you mean " + name + "?")
                .orElseGet(() -> "known are " + String.join(", ", known));
    }
}
