package dev.sandoo.server.access.policy;

import java.util.Objects;

/**
 * Something wrong in a document.
 *
 * @param line from 1; 0 when it is about the whole
 * @param key the keys that lead there, such as {@code models.crm.lead.fields}; empty for the document itself
 */
public record PolicyProblem(int line, String key, String text) {
    public PolicyProblem {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(text, "text");
    }

    /** Such as {@code line 3, hours.timezone: there is no time zone Europe/Amsterdm; did you mean Europe/Amsterdam?}. */
    @Override
    public String toString() {
        String where = line == 0 ? key : "line " + line + (key.isEmpty() ? "" : ", " + key);
        return where.isEmpty() ? text : where + ": " + text;
    }
}
