package dev.sandoo.server.cli;

import dev.sandoo.server.EmulatorConfig;

/** Runs an emulator until it is stopped; tests put another in its place. */
@FunctionalInterface
interface Server {
    /**
     * Starts, tells where it listens, and returns when it has been stopped.
     *
     * @throws dev.sandoo.server.StartException when it cannot start
     */
    void run(EmulatorConfig config, LogLevel level);
}
