package dev.sandoo.server.cli;

import java.util.EnumSet;
import java.util.List;

/** The flags of {@code sandoo key}: which database, and what of which key. */
final class KeyOptions {
    private KeyOptions() {}

    /** What can be said of a key. */
    enum Detail implements DatabaseFlags.Flag {
        LOGIN("--login", "LOGIN", "create, list: the user whose key it is."),
        NAME("--name", "TEXT", "create: what the key is for."),
        SCOPE("--scope", "SCOPE", "create: rpc, or the name of a key policy (default: everything the user may)."),
        EXPIRES("--expires", "WHEN", "create: 30d, 12h, 2027-01-31 or never (default: never)."),
        ID("--id", "ID", "rotate, delete, suspend, activate, revoke: the key, by its number in the list."),
        FOR("--for", "TIME", "activate: how long, such as 90m or 1h; then it is suspended again (default: for good)."),
        OVERLAP("--overlap", "TIME", "rotate: how long the old key works on, such as 24h or 7d (default: 24h).");

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

    static DatabaseFlags<Detail> flags() {
        return new DatabaseFlags<>(
                "sandoo key",
                "sandoo key create|list|rotate|suspend|activate|revoke|delete",
                List.of(
                        "Makes, lists, replaces, suspends and deletes API keys, also beside a running server.",
                        "A new key is the only line on standard output, and shown only once."),
                Detail.class,
                EnumSet.allOf(Detail.class));
    }
}
