package dev.sandoo.server;

import dev.sandoo.server.audit.CallExport;
import dev.sandoo.server.audit.CallFilter;
import dev.sandoo.server.audit.ExportFormat;
import dev.sandoo.server.audit.KeyHistory;
import dev.sandoo.server.db.Transaction;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * The record of calls of a database without a server around it: to hand it on, and to draft policies from it. Works beside a
 * server that runs on the same data folder or PostgreSQL. Used by one thread.
 */
public final class AuditAdministration implements AutoCloseable {
    private final StandaloneDatabase database;

    private AuditAdministration(StandaloneDatabase database) {
        this.database = database;
    }

    /**
     * Opens the database that a configuration names; address and port do not matter.
     *
     * @throws StartException when it cannot be reached, or there is no such database
     */
    public static AuditAdministration open(EmulatorConfig config) {
        return new AuditAdministration(StandaloneDatabase.open(config, "read the model sandoo.call over RPC"));
    }

    /** The names of the formats that calls can be written in. */
    public static List<String> formats() {
        return ExportFormat.words();
    }

    /**
     * Which calls are asked for; what is empty asks nothing.
     *
     * @param since the earliest time, in UTC
     * @param until the time before which a call began, in UTC
     * @param key a key's id or name
     * @param user a user's id or login
     * @param outcome ok, refused or error
     */
    public record Selection(
            Optional<LocalDateTime> since,
            Optional<LocalDateTime> until,
            Optional<String> key,
            Optional<String> user,
            Optional<String> model,
            Optional<String> outcome) {
        private CallFilter filter() {
            return new CallFilter(since, until, key, user, model, outcome);
        }
    }

    /**
     * Writes the calls that fit, oldest first.
     *
     * @param format one of {@link #formats}
     * @param progress is told how many have been written, now and then
     * @return how many there were
     * @throws IOException when they cannot be written
     */
    public long export(Selection selection, String format, Appendable out, LongConsumer progress) throws IOException {
        try (Transaction transaction = database.begin()) {
            ExportFormat known = ExportFormat.named(format)
                    .orElseThrow(() -> new IllegalArgumentException("there is no format " + format));
            return CallExport.write(transaction, selection.filter(), known, out, progress);
        }
    }

    /**
     * Drafts the least policy that lets a key do what it has done.
     *
     * @param key its id or name
     * @throws StartException when there are no calls of such a key
     */
    public String suggest(String key, Optional<LocalDateTime> since) {
        try (Transaction transaction = database.begin()) {
            KeyHistory history = KeyHistory.of(transaction, CallFilter.ofKey(key, since));
            String name = history.names().stream()
                    .findFirst()
                    .orElseThrow(() -> new StartException("no call of a key " + key + " is written down", null));
            return new PolicySuggestion(database.schema(), history).yaml(name);
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
