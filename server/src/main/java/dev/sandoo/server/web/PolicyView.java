package dev.sandoo.server.web;

import java.util.List;

/**
 * What the page of one key policy shows.
 *
 * @param id 0 for a new one
 * @param error what is wrong with the document, a line each; empty when nothing is
 * @param notice what was just done; empty when nothing was
 */
public record PolicyView(
        Frame frame,
        int id,
        String name,
        String document,
        boolean active,
        List<String> error,
        String notice,
        List<Version> versions) {
    public PolicyView {
        error = List.copyOf(error);
        versions = List.copyOf(versions);
    }

    /** How the policy once was. */
    public record Version(String time, String user, String document) {}
}
