package dev.sandoo.server.rpc;

import dev.sandoo.schema.OdooVersion;
import dev.sandoo.server.access.Caller;
import dev.sandoo.server.auth.Account;
import dev.sandoo.server.auth.Authenticator;
import dev.sandoo.server.auth.Verdict;
import dev.sandoo.server.auth.session.SessionToken;
import dev.sandoo.server.auth.session.SessionTokens;
import dev.sandoo.server.auth.session.Sessions;
import dev.sandoo.server.db.Databases;
import dev.sandoo.server.db.Transaction;
import dev.sandoo.server.error.SessionExpired;
import java.util.function.BiFunction;

/** How web requests come to a database: by their session, or by the one where strangers log in. Thread-safe. */
public final class WebAccess {
    private final OdooVersion version;
    private final Transactions transactions;
    private final SessionDatabases databases;
    private final SessionTokens tokens;
    private final Sessions sessions;
    private final Authenticator authenticator;
    private final Callers callers;
    private final CallAudit audit;

    /** @param standard the database of those who name none */
    public WebAccess(
            OdooVersion version,
            Databases databases,
            KnownDatabases known,
            String standard,
            SessionTokens tokens,
            Sessions sessions,
            Authenticator authenticator,
            Callers callers,
            CallAudit audit) {
        this.version = version;
        this.transactions = new Transactions(version, databases);
        this.databases = new SessionDatabases(databases, known, tokens, standard);
        this.tokens = tokens;
        this.sessions = sessions;
        this.authenticator = authenticator;
        this.callers = callers;
        this.audit = audit;
    }

    OdooVersion version() {
        return version;
    }

    Transactions transactions() {
        return transactions;
    }

    SessionDatabases databases() {
        return databases;
    }

    SessionTokens tokens() {
        return tokens;
    }

    Sessions sessions() {
        return sessions;
    }

    Authenticator authenticator() {
        return authenticator;
    }

    CallAudit audit() {
        return audit;
    }

    /** Who an account is in a database. */
    Caller caller(String database, Account account, Transaction transaction) {
        return callers.of(database, account, transaction);
    }

    /** The database of the visit's session; for those who have none, the one they would log in to. */
    String database(Visit visit) {
        return databases.of(visit).orElseGet(() -> databases.standard(visit));
    }

    /**
     * Does something for whoever is logged in, and commits.
     *
     * @throws SessionExpired when nobody is
     */
    <T> T inSession(Visit visit, BiFunction<Transaction, Caller, T> work) {
        SessionToken token = visit.requireToken();
        String database = databases.of(visit).orElseThrow(SessionExpired::new);
        return transactions.in(database, transaction -> {
            Account account = account(transaction, token);
            T answer = work.apply(transaction, caller(database, account, transaction));
            transaction.commit();
            return answer;
        });
    }

    /**
     * Calls a method for whoever is logged in, and commits; it is written down.
     *
     * @throws SessionExpired when nobody is
     */
    <T> T calling(Visit visit, String model, String method, BiFunction<Transaction, Caller, T> work) {
        SessionToken token = visit.requireToken();
        String database = databases.of(visit).orElseThrow(SessionExpired::new);
        CallAudit.Called called = new CallAudit.Called(database, model, method);
        return audit.around(
                called,
                visit.origin(),
                trace -> transactions.in(database, transaction -> {
                    trace.enter(transaction);
                    Account account = account(transaction, token);
                    trace.known(transaction, CallTrace.who(account));
                    T answer = work.apply(transaction, caller(database, account, transaction));
                    trace.commit(transaction, 1);
                    return answer;
                }));
    }

    private Account account(Transaction transaction, SessionToken token) {
        Verdict verdict = authenticator.bySession(transaction, token);
        if (verdict instanceof Verdict.Refused refused) {
            transaction.commit();
            throw refused.error();
        }
        return ((Verdict.Known) verdict).account();
    }
}
