package dev.sandoo.client;

import java.util.Objects;

/**
 * Who calls which database.
 *
 * @param secret the password, or an API key in its place
 */
public record Credentials(String database, String login, String secret) {
    public Credentials {
        Objects.requireNonNull(database, "database");
        Objects.requireNonNull(login, "login");
        Objects.requireNonNull(secret, "secret");
    }

    /** Tells everything but the secret. */
    @Override
    public String toString() {
        return "Credentials[database=" + database + ", login=" + login + "]";
    }
}
