package dev.sandoo.server.rpc;

import java.util.Objects;

/** Somebody's try to log in. */
public record LoginAttempt(String database, String login, String secret, Origin origin) {
    public LoginAttempt {
        Objects.requireNonNull(database, "database");
        Objects.requireNonNull(login, "login");
        Objects.requireNonNull(secret, "secret");
        Objects.requireNonNull(origin, "origin");
    }

    /** Tells everything but the secret. */
    @Override
    public String toString() {
        return "LoginAttempt[" + database + " " + login + "]";
    }
}
