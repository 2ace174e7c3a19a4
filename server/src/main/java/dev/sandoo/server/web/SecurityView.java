package dev.sandoo.server.web;

import java.util.List;

/**
 * What the page of account security shows.
 *
 * @param notice what was just done; empty when nothing was
 * @param devices how many browsers need no code
 * @param administrator whether they may see who called what
 */
public record SecurityView(
        Frame frame,
        String notice,
        boolean secondFactor,
        int devices,
        boolean keysExpire,
        boolean administrator,
        List<KeyRow> keys) {
    public SecurityView {
        keys = List.copyOf(keys);
    }

    /** An API key as its owner sees it; texts are empty where there is nothing to show. */
    public record KeyRow(
            int id, String name, String scope, String created, String expires, String used, String calls) {}
}
