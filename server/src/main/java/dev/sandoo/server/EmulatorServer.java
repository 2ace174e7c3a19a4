package dev.sandoo.server;

import dev.sandoo.server.db.StorageException;
import dev.sandoo.server.error.OdooError;
import dev.sandoo.server.http.HttpServer;
import dev.sandoo.server.http.HttpStartException;

/**
 * A running emulator; thread-safe. Close it to stop it and the PostgreSQL it started.
 *
 * <pre>{@code
 * try (EmulatorServer odoo = EmulatorServer.start(EmulatorConfig.ephemeral())) {
 *     // talk to odoo.url(), database "demo", as admin with the password admin
 * }
 * }</pre>
 */
public final class EmulatorServer implements AutoCloseable {
    private final HttpServer http;
    private final Teardown teardown;

    private EmulatorServer(HttpServer http, Teardown teardown) {
        this.http = http;
        this.teardown = teardown;
    }

    /**
     * Starts an emulator and answers when it takes calls.
     *
     * @throws StartException when something outside it is in the way, such as a port in use; nothing is left running
     */
    public static EmulatorServer start(EmulatorConfig config) {
        Teardown teardown = new Teardown();
        try {
            return new EmulatorServer(new Composition(config, teardown).build(), teardown);
        } catch (StorageException | HttpStartException | OdooError e) {
            teardown.close();
            throw new StartException(e.getMessage(), e);
        } catch (RuntimeException e) {
            teardown.close();
            throw e;
        }
    }

    /** The port it listens on. */
    public int port() {
        return http.port();
    }

    /** Where clients on this machine reach it, such as {@code http://127.0.0.1:8069}. */
    public String url() {
        return http.url().toString();
    }

    /** Ends the calls under way, then stops everything that was started. Harmless when called twice. */
    @Override
    public void close() {
        teardown.close();
    }
}
