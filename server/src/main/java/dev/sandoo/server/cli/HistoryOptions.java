package dev.sandoo.server.cli;

import java.util.List;

/** The flags of the commands that look at the record of calls: which database, and which calls. */
final class HistoryOptions {
    static final Flag FORMAT = new Flag("--format", "FORMAT", "jsonl or csv (default: jsonl).");
    static final Flag SINCE = new Flag("--since", "WHEN", "Calls from then on: 30d or 12h ago, or 2027-01-31.");
    static final Flag UNTIL = new Flag("--until", "WHEN", "Calls before that: 30d or 12h ago, or 2027-01-31.");
    static final Flag KEY = new Flag("--key", "KEY", "Calls with this API key, by its number or name.");
    static final Flag USER = new Flag("--user", "USER", "Calls of this user, by number or login.");
    static final Flag MODEL = new Flag("--model", "MODEL", "Calls of this model.");
    static final Flag OUTCOME = new Flag("--outcome", "OUTCOME", "Calls that ended so: ok, refused or error.");
    static final Flag OUTPUT = new Flag("--output", "FILE", "Where to write (default: standard output).");

    /** What can be asked, in the order of {@code --help}. */
    static final List<Flag> ALL = List.of(FORMAT, SINCE, UNTIL, KEY, USER, MODEL, OUTCOME, OUTPUT);

    private HistoryOptions() {}

    /**
     * The flags of one command.
     *
     * @param command as people type it, such as {@code sandoo audit export}
     */
    static DatabaseFlags flags(String command, String description, List<Flag> details) {
        return new DatabaseFlags(command, command, List.of(description), details);
    }
}
