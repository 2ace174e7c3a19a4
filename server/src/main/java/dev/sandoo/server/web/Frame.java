package dev.sandoo.server.web;

import java.util.Objects;

/**
 * What every page has around its content.
 *
 * @param user the name of whoever is logged in; empty for strangers
 * @param home where the page's heading leads
 * @param csrf what forms carry
 */
public record Frame(String user, String home, String csrf) {
    public Frame {
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(home, "home");
        Objects.requireNonNull(csrf, "csrf");
    }

    @Override
    public String toString() {
        return "Frame[" + user + "]";
    }
}
