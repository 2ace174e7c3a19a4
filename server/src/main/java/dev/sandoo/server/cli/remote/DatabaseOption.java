package dev.sandoo.server.cli.remote;

import picocli.CommandLine.Option;

/** The database that a command is for; a mixin of commands that need one. */
final class DatabaseOption {
    static final String DB = "--db";

    @Option(names = DB, paramLabel = "NAME", description = "The database (default: demo; environment: SANDOO_DB).")
    private String database;

    /** The path of something of that database, such as {@code /databases/demo/clock} for {@code clock}. */
    String path(String... segments) {
        StringBuilder path = new StringBuilder("/databases/").append(ControlClient.segment(database));
        for (String segment : segments) {
            path.append('/').append(ControlClient.segment(segment));
        }
        return path.toString();
    }

    String name() {
        return database;
    }
}
