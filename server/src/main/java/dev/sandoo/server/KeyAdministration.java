package dev.sandoo.server;

import dev.sandoo.server.access.policy.Explanation;
import dev.sandoo.server.access.policy.KeyExplanations;
import dev.sandoo.server.auth.ApiKeys;
import dev.sandoo.server.auth.KeyLedger;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The API keys of a database without a server around it: for scripts that set up or rotate keys. Works beside a server that
 * runs on the same data folder or PostgreSQL. Used by one thread.
 */
public final class KeyAdministration implements AutoCloseable {
    private final StandaloneDatabase database;
    private final String databaseName;
    private final KeyLedger ledger = new KeyLedger(new ApiKeys(new SecureRandom()));

    private KeyAdministration(StandaloneDatabase database, String databaseName) {
        this.database = database;
        this.databaseName = databaseName;
    }

    /**
     * Opens the database that a configuration names; address and port do not matter.
     *
     * @throws StartException when it cannot be reached, or there is no such database
     */
    public static KeyAdministration open(EmulatorConfig config) {
        return new KeyAdministration(StandaloneDatabase.open(config, "make the key over RPC"), config.database());
    }

    /**
     * What is known of a key; moments are in UTC.
     *
     * @param scope empty for everything its owner may
     * @param expires empty for never
     * @param state {@code active}, {@code suspended} or {@code revoked}
     * @param until when an active key is suspended again; empty for never
     */
    public record Key(
            int id,
            String login,
            String name,
            Optional<String> scope,
            LocalDateTime created,
            Optional<LocalDateTime> expires,
            String state,
            Optional<LocalDateTime> until) {}

    /**
     * A key that was just made. {@code toString} does not tell it.
     *
     * @param isForRpc whether its scope lets it be used for RPC
     */
    public record NewKey(int id, String secret, boolean isForRpc) {
        public NewKey {
            Objects.requireNonNull(secret, "secret");
        }

        @Override
        public String toString() {
            return "NewKey[id=" + id + "]";
        }
    }

    /** All keys, or those of one user, oldest first. */
    public List<Key> list(Optional<String> login) {
        return database.in(transaction -> ledger.list(transaction, login)).stream()
                .map(entry -> new Key(
                        entry.id(),
                        entry.login(),
                        entry.name(),
                        entry.scope(),
                        entry.created(),
                        entry.expires(),
                        entry.state(),
                        entry.until()))
                .toList();
    }

    /** When a key is to end, by the database's clock. */
    public sealed interface End {
        /** So long after it is made. */
        record After(Duration life) implements End {
            @Override
            public LocalDateTime seenFrom(LocalDateTime now) {
                return now.plus(life);
            }
        }

        /** At a moment in UTC. */
        record At(LocalDateTime moment) implements End {
            @Override
            public LocalDateTime seenFrom(LocalDateTime now) {
                return moment;
            }
        }

        /** The moment in UTC. */
        LocalDateTime seenFrom(LocalDateTime now);
    }

    /**
     * Makes a key.
     *
     * @param end empty for never
     * @throws StartException when there is no active user with this login, or the key would have ended already
     */
    public NewKey create(String login, String name, Optional<String> scope, Optional<End> end) {
        return database.in(transaction -> {
            LocalDateTime now = transaction.now().truncatedTo(ChronoUnit.SECONDS);
            Optional<LocalDateTime> expires = end.map(time -> time.seenFrom(now));
            if (expires.filter(time -> !time.isAfter(now)).isPresent()) {
                throw new StartException(
                        "a key that ends at " + expires.get() + " has ended already: it is " + now, null);
            }
            int uid = ledger.user(transaction, login)
                    .orElseThrow(() -> new StartException(
                            "there is no active user with the login " + login + " in the database " + databaseName,
                            null));
            ApiKeys.NewKey key = ledger.create(transaction, uid, name, scope, expires);
            return new NewKey(key.id(), key.secret(), ledger.isForRpc(transaction, scope.orElse("")));
        });
    }

    /**
     * Makes a key that takes another's place; both work during the overlap.
     *
     * @throws StartException when there is no such key
     */
    public NewKey rotate(int id, Duration overlap) {
        return database.in(transaction -> ledger.rotate(transaction, id, overlap)
                .map(key -> new NewKey(key.id(), key.secret(), true))
                .orElseThrow(() -> noKey(id)));
    }

    /**
     * Deletes a key, which is refused from now on.
     *
     * @throws StartException when there is no such key
     */
    public void delete(int id) {
        if (!database.in(transaction -> ledger.delete(transaction, id))) {
            throw noKey(id);
        }
    }

    /**
     * Lets a key be used again, for good or for a time.
     *
     * @throws StartException when there is no such key, or it was revoked
     */
    public void activate(int id, Optional<Duration> length) {
        change(id, "active", length);
    }

    /**
     * Keeps a key from being used until it is activated.
     *
     * @throws StartException when there is no such key, or it was revoked
     */
    public void suspend(int id) {
        change(id, "suspended", Optional.empty());
    }

    /**
     * Keeps a key from being used for ever; it stays in the list.
     *
     * @throws StartException when there is no such key
     */
    public void revoke(int id) {
        change(id, "revoked", Optional.empty());
    }

    /**
     * A call that might be made with a key.
     *
     * @param fields the fields that it gives values for
     * @param address empty when it is not to be judged
     * @param protocol empty when it is not to be judged
     */
    public record Trial(
            String model,
            String method,
            Collection<String> fields,
            Optional<String> address,
            Optional<String> protocol) {}

    /**
     * Explains what the policy of a key says to a call.
     *
     * @param key its number or its name
     * @param lines takes what each dimension says, a line each
     * @return whether nothing refuses the call
     * @throws StartException when there is no such key, or when several are called so
     */
    public boolean explain(String key, Trial trial, Consumer<String> lines) {
        int id = key.matches("\\d{1,9}") ? Integer.parseInt(key) : named(key);
        KeyExplanations.Question question = new KeyExplanations.Question(
                trial.model(), trial.method(), trial.fields(), trial.address(), trial.protocol());
        Explanation explanation = database.in(transaction -> KeyExplanations.of(transaction, id, question))
                .orElseThrow(() -> noKey(id));
        explanation.verdicts().forEach(verdict -> lines.accept(verdict.toString()));
        lines.accept(explanation.isAllowed() ? "The call would pass." : "The call would be refused.");
        return explanation.isAllowed();
    }

    private void change(int id, String state, Optional<Duration> length) {
        KeyLedger.Change change = database.in(transaction -> ledger.setState(transaction, id, state, length));
        if (change == KeyLedger.Change.NO_SUCH_KEY) {
            throw noKey(id);
        }
        if (change == KeyLedger.Change.REVOKED) {
            throw new StartException("key " + id + " was revoked, which cannot be undone; make another", null);
        }
    }

    private int named(String name) {
        List<String> ids = database.in(transaction -> ledger.list(transaction, Optional.empty())).stream()
                .filter(entry -> entry.name().equals(name))
                .map(entry -> String.valueOf(entry.id()))
                .toList();
        if (ids.size() > 1) {
            throw new StartException(
                    "keys " + String.join(", ", ids) + " are called \"" + name + "\"; give the number of one", null);
        }
        return ids.stream().map(Integer::valueOf).findFirst().orElseThrow(() -> noKey("\"" + name + "\""));
    }

    private StartException noKey(Object key) {
        return new StartException("there is no key " + key + " in the database " + databaseName, null);
    }

    @Override
    public void close() {
        database.close();
    }
}
