package dev.sandoo.server.cli;

import java.util.List;

/** The flags of {@code sandoo key}: which database, and what of which key. */
final class KeyOptions {
    static final Flag LOGIN = new Flag("--login", "LOGIN", "create, list: the user whose key it is.");
    static final Flag NAME = new Flag("--name", "TEXT", "create: what the key is for.");
    static final Flag SCOPE = new Flag(
            "--scope", "SCOPE", "create: rpc, or the name of a key policy (default: everything the user may).");
    static final Flag EXPIRES =
            new Flag("--expires", "WHEN", "create: 30d, 12h, 2027-01-31 or never (default: never).");
    static final Flag ID =
            new Flag("--id", "ID", "rotate, delete, suspend, activate, revoke: the key, by its number in the list.");
    static final Flag FOR = new Flag(
            "--for", "TIME", "activate: how long, such as 90m or 1h; then it is suspended again (default: for good).");
    static final Flag OVERLAP =
            new Flag("--overlap", "TIME", "rotate: how long the old key works on, such as 24h or 7d (default: 24h).");

    /** What can be said of a key, in the order of {@code --help}. */
    static final List<Flag> ALL = List.of(LOGIN, NAME, SCOPE, EXPIRES, ID, FOR, OVERLAP);

    private KeyOptions() {}

    static DatabaseFlags flags() {
        return new DatabaseFlags(
                "sandoo key",
                "sandoo key create|list|rotate|suspend|activate|revoke|delete",
                List.of(
                        "Makes, lists, replaces, suspends and deletes API keys, also beside a running server.",
                        "A new key is the only line on standard output, and shown only once."),
                ALL);
    }
}
