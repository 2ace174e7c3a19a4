package dev.sandoo.server.cli.remote;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What one command asks of a running server. Its options and arguments are fields that picocli fills; {@code --url},
 * {@code --token}, {@code --json} and {@code --help} are added to every command.
 */
interface RemoteCommand {
    /**
     * Asks the server.
     *
     * @return the answer, which {@code --json} prints as it is; a missing node when there is nothing to show
     * @throws RemoteFailure when it cannot be done
     */
    JsonNode ask(ControlClient server);

    /** Shows an answer to people. */
    void show(JsonNode answer, Report report);

    /** Whether to ask and show again: what follows something goes on until it has seen enough, or is stopped. */
    default boolean goesOn() {
        return false;
    }
}
