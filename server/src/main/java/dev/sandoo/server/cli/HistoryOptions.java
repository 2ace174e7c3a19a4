package dev.sandoo.server.cli;

import java.util.List;
import java.util.Set;

/** The flags of the commands that look at the record of calls: which database, and which calls. */
final class HistoryOptions {
    private HistoryOptions() {}

    /** What can be asked. */
    enum Detail implements DatabaseFlags.Flag {
        FORMAT("--format", "FORMAT", "jsonl or csv (default: jsonl)."),
        SINCE("--since", "WHEN", "Calls from then on: 30d or 12h ago, or 2027-01-31."),
        UNTIL("--until", "WHEN", "Calls before that: 30d or 12h ago, or 2027-01-31."),
        KEY("--key", "KEY", "Calls with this API key, by its number or name."),
        USER("--user", "USER", "Calls of this user, by number or login."),
        MODEL("--model", "MODEL", "Calls of this model."),
        OUTCOME("--outcome", "OUTCOME", "Calls that ended so: ok, refused or error."),
        OUTPUT("--output", "FILE", "Where to write (default: standard output).");

        private final String flag;
        private final String placeholder;
        private final String sentence;

        Detail(String flag, String placeholder, String sentence) {
            this.flag = flag;
            this.placeholder = placeholder;
            this.sentence = sentence;
        }

        @Override
        public String flag() {
            return flag;
        }

        @Override
        public String placeholder() {
            return placeholder;
        }

        @Override
        public String sentence() {
            return sentence;
        }
    }

    /**
     * The flags of one command.
     *
     * @param command as people type it, such as {@code sandoo audit export}
     */
    static DatabaseFlags<Detail> flags(String command, String description, Set<Detail> details) {
        return new DatabaseFlags<>(command, command, List.of(description), Detail.class, details);
    }
}
