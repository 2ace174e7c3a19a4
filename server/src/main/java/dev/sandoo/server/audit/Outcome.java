package dev.sandoo.server.audit;

import java.util.Locale;

/** How a call ended. */
public enum Outcome {
    /** It was carried out. */
    OK,
    /** The caller was not who they said, or may not do this. */
    REFUSED,
    /** It failed for another reason. */
    ERROR;

    /** As it is stored and shown. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
