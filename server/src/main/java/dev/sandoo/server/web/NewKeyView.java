package dev.sandoo.server.web;

import java.util.List;

/**
 * What the page that makes a key shows.
 *
 * @param durations how long the key may live; empty where keys do not expire
 * @param name what was filled in before
 * @param error what was wrong with it; empty when nothing was
 */
public record NewKeyView(Frame frame, List<Choice> durations, String name, String scope, String error) {
    public NewKeyView {
        durations = List.copyOf(durations);
    }

    /** A choice: what is sent, and what is shown. */
    public record Choice(String value, String label, boolean chosen) {}
}
