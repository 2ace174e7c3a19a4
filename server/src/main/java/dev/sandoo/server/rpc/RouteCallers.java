package dev.sandoo.server.rpc;

import dev.sandoo.schema.OdooVersion;
import dev.sandoo.server.auth.AccessTokens;
import dev.sandoo.server.auth.Account;
import dev.sandoo.server.auth.Authenticator;
import dev.sandoo.server.auth.HeaderKeys;
import dev.sandoo.server.auth.Verdict;
import dev.sandoo.server.db.Databases;
import dev.sandoo.server.db.Transaction;
import dev.sandoo.server.error.AccessDenied;
import java.util.Objects;
import java.util.Optional;

/** Who calls custom routes, and the tokens that some of them take. Thread-safe. */
public final class RouteCallers {
    private final Transactions transactions;
    private final Authenticator authenticator;
    private final AccessTokens tokens;
    private final HeaderKeys keys;
    private final CallAudit audit;
    private final KeyLogins logins;

    public RouteCallers(
            OdooVersion version,
            Databases databases,
            Authenticator authenticator,
            AccessTokens tokens,
            HeaderKeys keys,
            CallAudit audit,
            KeyLogins logins) {
        this.transactions = new Transactions(version, databases);
        this.authenticator = Objects.requireNonNull(authenticator, "authenticator");
        this.tokens = Objects.requireNonNull(tokens, "tokens");
        this.audit = Objects.requireNonNull(audit, "audit");
        this.logins = Objects.requireNonNull(logins, "logins");
        this.keys = Objects.requireNonNull(keys, "keys");
    }

    /** Whoever the key of the header {@code API-KEY} belongs to. */
    public Credential byHeaderKey(String key) {
        return new Credential.Proof(transaction -> keys.verdict(transaction, key));
    }

    /** Whoever an access token or API key belongs to. */
    public Credential byToken(String token) {
        return new Credential.Proof(transaction -> tokens.verdict(transaction, token));
    }

    /** The user that a public route runs as. */
    public Credential as(String login) {
        return new Credential.Proof(transaction -> authenticator
                .ofLogin(transaction, login)
                .<Verdict>map(Verdict.Known::new)
                .orElseGet(() -> new Verdict.Refused(new AccessDenied())));
    }

    /**
     * An access token for an API key.
     *
     * @throws AccessDenied when it is nobody's key, or one that is closed
     */
    public String token(String database, String key, Origin origin) {
        return CallLog.around(
                origin,
                database + " token",
                () -> audit.around(
                        CallAudit.Called.login(database, "token"),
                        origin,
                        trace -> transactions.in(database, transaction -> token(transaction, key, trace))));
    }

    private String token(Transaction transaction, String key, CallTrace trace) {
        trace.enter(transaction);
        Verdict verdict = authenticator.byKey(transaction, key);
        if (verdict instanceof Verdict.Refused refused) {
            throw refused.error();
        }
        Account account = ((Verdict.Known) verdict).account();
        trace.known(transaction, CallTrace.who(account));
        Optional<String> closed = logins.refusal(transaction, account, trace);
        if (closed.isPresent()) {
            trace.refuse(transaction, closed.get());
            throw new AccessDenied();
        }
        String token = tokens.issue(transaction, account);
        trace.commit(transaction, 1);
        return token;
    }
}
