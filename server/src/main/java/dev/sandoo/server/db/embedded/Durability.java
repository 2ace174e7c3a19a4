package dev.sandoo.server.db.embedded;

import java.util.List;

/** What PostgreSQL does for the data's safety. */
enum Durability {
    /** A committed change survives a crash of program, system and machine. */
    FULL(List.of(), List.of(), "fast"),

    /** The folder is thrown away at the end, so nothing is ever forced to disk. */
    NONE(
            List.of("--no-sync"),
            List.of(
                    "fsync = off",
                    "synchronous_commit = off",
                    "full_page_writes = off",
                    "checkpoint_timeout = 1h",
                    "autovacuum_naptime = 15s"),
            "immediate");

    private final List<String> initdbOptions;
    private final List<String> settings;
    private final String stopMode;

    Durability(List<String> initdbOptions, List<String> settings, String stopMode) {
        this.initdbOptions = initdbOptions;
        this.settings = settings;
        this.stopMode = stopMode;
    }

    List<String> initdbOptions() {
        return initdbOptions;
    }

    /** Lines of {@code postgresql.conf}. */
    List<String> settings() {
        return settings;
    }

    /** How {@code pg_ctl} stops the server. */
    String stopMode() {
        return stopMode;
    }
}
