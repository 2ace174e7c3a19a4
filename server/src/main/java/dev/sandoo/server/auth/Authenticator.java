package dev.sandoo.server.auth;

import dev.sandoo.schema.OdooVersion;
import dev.sandoo.server.auth.Verdict.Known;
import dev.sandoo.server.auth.Verdict.Refused;
import dev.sandoo.server.auth.session.SessionToken;
import dev.sandoo.server.auth.session.Sessions;
import dev.sandoo.server.db.Transaction;
import dev.sandoo.server.error.AccessDenied;
import dev.sandoo.server.error.MissingError;
import dev.sandoo.server.error.SessionExpired;
import dev.sandoo.server.sql.SqlFragment;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Establishes who calls, by password, API key or web session. An account with a second factor is known by its keys only.
 * Thread-safe.
 *
 * <p>Source: recorded scenarios {@code auth_rpc} and {@code auth_keys}.
 */
public final class Authenticator {
    /** What a client has for an id that uses the false of a failed login as one. */
    private static final int NOBODY = 0;

    private static final int SUPERUSER = 1;

    private static final String PUBLIC_USER =
            "SELECT res_id FROM ir_model_data WHERE module = 'base' AND name = 'public_user'";

    private final AccountReader accounts;
    private final VerifiedSecrets secrets;
    private final LoginCooldown webCooldown;
    private final Optional<LoginCooldown> cooldown;
    private final Sessions sessions;
    private final boolean refusalEndsSession;
    private final String decoy;

    public Authenticator(OdooVersion version, VerifiedSecrets secrets, LoginCooldown cooldown, Sessions sessions) {
        this.accounts = new AccountReader();
        this.secrets = secrets;
        this.webCooldown = cooldown;
        this.cooldown = version.has("auth.cooldown-on-rpc") ? Optional.of(cooldown) : Optional.empty();
        this.sessions = sessions;
        this.decoy = secrets.decoy();
        this.refusalEndsSession = version.has("sessions.ended-when-refused");
    }

    /**
     * The user with this id, if the secret is theirs.
     *
     * @param address where the caller is, for the pause after many failures
     * @throws MissingError when there is no such user: Odoo tells so even to strangers
     */
    public Verdict byId(Transaction transaction, int uid, String secret, String address) {
        if (uid == NOBODY) {
            return new Refused(new AccessDenied());
        }
        return guarded(cooldown, transaction, secret, address, () -> {
            AccountRow row = accounts.byId(transaction, uid, ApiKeys.index(secret))
                    .orElseThrow(
                            () -> new MissingError("Record does not exist or has been deleted.\n(Record: res.users("
                                    + uid + ",), User: " + uid + ")"));
            return proof(transaction, row, secret);
        });
    }

    /** The active user with this login, letter for letter, if the secret is theirs. */
    public Verdict byLogin(Transaction transaction, String login, String secret, String address) {
        return guarded(
                cooldown,
                transaction,
                secret,
                address,
                () -> accounts.byLogin(transaction, login, ApiKeys.index(secret))
                        .flatMap(row -> proof(transaction, row, secret)));
    }

    /**
     * The active user with this login, if the password is theirs: for people at a browser. A key is no password, and whether
     * the account asks for a second factor is the caller's to find out. Failures count in every version.
     */
    public Verdict byPassword(Transaction transaction, String login, String password, String address) {
        return guarded(
                Optional.of(webCooldown),
                transaction,
                password,
                address,
                () -> byPassword(accounts.byLogin(transaction, login, ""), password));
    }

    /** Takes as long for a login that nobody has. */
    private Optional<Account> byPassword(Optional<AccountRow> row, String password) {
        if (row.isEmpty()) {
            secrets.matches(password, decoy);
        }
        return row.flatMap(found -> byItsPassword(found, password));
    }

    /** Whether this is the active user's password; a key is none. Nothing is counted. */
    public boolean isPassword(Transaction transaction, int uid, String password) {
        return !password.isEmpty()
                && accounts.byId(transaction, uid, "")
                        .filter(AccountRow::active)
                        .flatMap(row -> byItsPassword(row, password))
                        .isPresent();
    }

    /** The active user with this id, who proved in a session who they are. */
    public Optional<Account> ofSession(Transaction transaction, int uid) {
        return accounts.byId(transaction, uid, "").filter(AccountRow::active).map(AccountRow::account);
    }

    /** The active user whose live key this is; nothing is shown but what stands for the key. */
    public Optional<Account> byKeyId(Transaction transaction, int uid, int keyId) {
        return accounts.byKeyId(transaction, uid, keyId);
    }

    /** The user who stands for everybody. */
    public Verdict anonymous(Transaction transaction) {
        return verdict(transaction
                .queryFirst(SqlFragment.of(PUBLIC_USER), row -> row.integer(1))
                .flatMap(uid -> accounts.byId(transaction, uid, ""))
                .map(AccountRow::account));
    }

    /** The user whom no rights bind and who never logs in: for what the server does by itself. */
    public Verdict superuser(Transaction transaction) {
        return verdict(accounts.byId(transaction, SUPERUSER, "").map(AccountRow::account));
    }

    /** The active user with this login, who need prove nothing: for what the server's owner has them do. */
    public Optional<Account> ofLogin(Transaction transaction, String login) {
        return accounts.byLogin(transaction, login, "").map(AccountRow::account);
    }

    /** The active user whose API key this is. */
    public Verdict byKey(Transaction transaction, String key) {
        return accounts.byKeyIndex(transaction, ApiKeys.index(key)).stream()
                .flatMap(row -> byOneOfItsKeys(transaction, row, key).stream())
                .findFirst()
                .<Verdict>map(Known::new)
                .orElseGet(() -> new Refused(new AccessDenied()));
    }

    /** The active user of a web session that has not ended. */
    public Verdict bySession(Transaction transaction, SessionToken token) {
        Optional<AccountRow> row = accounts.bySession(transaction, token, sessions.life());
        if (row.isEmpty()) {
            if (refusalEndsSession) {
                sessions.endOpen(transaction, token);
            }
            return new Refused(new SessionExpired());
        }
        row.get().lastUse().ifPresent(lastUse -> sessions.use(transaction, token, lastUse));
        return new Known(row.get().account());
    }

    /** An empty secret is refused without a look at anything, and does not count as a failure. */
    private static Verdict guarded(
            Optional<LoginCooldown> cooldown,
            Transaction transaction,
            String secret,
            String address,
            Supplier<Optional<Account>> proof) {
        if (secret.isEmpty()) {
            return new Refused(new AccessDenied());
        }
        return cooldown.map(pause -> pause.guarded(transaction, address, proof)).orElseGet(() -> verdict(proof.get()));
    }

    private static Verdict verdict(Optional<Account> account) {
        return account.<Verdict>map(Known::new).orElseGet(() -> new Refused(new AccessDenied()));
    }

    private Optional<Account> proof(Transaction transaction, AccountRow row, String secret) {
        if (!row.active()) {
            return Optional.empty();
        }
        Optional<Account> byKey = byOneOfItsKeys(transaction, row, secret);
        if (byKey.isPresent() || row.secondFactor()) {
            return byKey;
        }
        return byItsPassword(row, secret);
    }

    private Optional<Account> byItsPassword(AccountRow row, String password) {
        return row.passwordHash()
                .filter(hash -> secrets.matches(password, hash))
                .map(hash -> row.account());
    }

    private Optional<Account> byOneOfItsKeys(Transaction transaction, AccountRow row, String secret) {
        return row.keys().stream()
                .filter(key -> secrets.matches(secret, key.hash()))
                .findFirst()
                .map(key -> row.account().provedBy(key.proven(transaction.now())));
    }
}
