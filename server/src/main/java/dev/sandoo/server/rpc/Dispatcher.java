package dev.sandoo.server.rpc;

import dev.sandoo.schema.OdooVersion;
import dev.sandoo.server.access.Caller;
import dev.sandoo.server.access.Session;
import dev.sandoo.server.auth.Account;
import dev.sandoo.server.auth.Authenticator;
import dev.sandoo.server.auth.LoginLog;
import dev.sandoo.server.auth.Verdict;
import dev.sandoo.server.db.Databases;
import dev.sandoo.server.db.Transaction;
import dev.sandoo.server.error.HttpError;
import dev.sandoo.server.error.UnknownModel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The one way into the models, whatever the dialect: opens the database and a transaction, establishes the caller, asks the
 * key's policy, runs the method and commits. A call that fails changes nothing; one that met a concurrent transaction is
 * tried again. Thread-safe.
 */
public final class Dispatcher {
    private final Transactions transactions;
    private final Authenticator authenticator;
    private final Callers callers;
    private final KeyPolicy policy;
    private final KeyLogins keyLogins;
    private final PrivateMethods privateMethods;
    private final ObjectMethods methods;
    private final CallAudit audit;
    private final CallInterceptor interceptor;

    /** @param interceptors stand around each call, the first outermost */
    public Dispatcher(
            OdooVersion version,
            Databases databases,
            Authenticator authenticator,
            Callers callers,
            KeyPolicy policy,
            ObjectMethods methods,
            CallAudit audit,
            List<CallInterceptor> interceptors) {
        this.transactions = new Transactions(version, databases);
        this.authenticator = authenticator;
        this.callers = callers;
        this.policy = policy;
        this.keyLogins = new KeyLogins(callers, policy);
        this.privateMethods = new PrivateMethods(version);
        this.methods = methods;
        this.audit = audit;
        this.interceptor = CallInterceptor.all(interceptors);
    }

    /**
     * Runs a call.
     *
     * @return a wire value
     * @throws dev.sandoo.server.error.OdooError whatever stands in its way, or the method raises
     */
    public Object dispatch(Call call) {
        String subject = call.database() + " " + call.credential() + " " + call.model() + "." + call.method();
        CallCount count = new CallCount();
        Supplier<Object> run = () -> audit.around(
                CallAudit.Called.of(call),
                call.origin(),
                trace -> transactions.in(call.database(), transaction -> run(call, transaction, count, trace)));
        return CallLog.around(call.origin(), subject, () -> interceptor.around(call, run));
    }

    /**
     * Does something that is no call of a method for a caller.
     *
     * @param subject names it in the log
     * @throws dev.sandoo.server.error.OdooError whatever stands in its way
     */
    public <T> T asCaller(String database, Credential credential, Origin origin, String subject, CallerWork<T> work) {
        Call visit = new Call(database, credential, "", subject, List.of(), Map.of(), origin);
        CallCount count = new CallCount();
        return CallLog.around(
                origin,
                database + " " + credential + " " + subject,
                () -> audit.around(
                        new CallAudit.Called(database, "", subject),
                        origin,
                        trace -> transactions.in(database, transaction -> {
                            Account account = identify(transaction, credential, origin, trace);
                            Caller caller = callers.of(database, account, transaction);
                            T result = work.run(transaction, policy.admit(caller, visit, transaction, count));
                            trace.commit(transaction, 0);
                            return result;
                        })));
    }

    /**
     * Fails unless the caller is who they say: for edges that must find fault with a call, but not before a stranger.
     *
     * @throws dev.sandoo.server.error.AccessDenied when they are not
     */
    public void requireKnown(String database, Credential credential, Origin origin) {
        audit.around(
                CallAudit.Called.login(database, "authenticate"),
                origin,
                trace -> transactions.in(database, transaction -> identify(transaction, credential, origin, trace)));
    }

    /**
     * Logs a user in, as {@code common.authenticate} does.
     *
     * @param baseUrl where the client found the server; an administrator's is kept
     * @return the user's id; empty when login and secret do not match
     */
    public Optional<Integer> login(
            String database, String login, String secret, Optional<String> baseUrl, Origin origin) {
        LoginAttempt attempt = new LoginAttempt(database, login, secret, origin);
        return CallLog.around(
                origin,
                database + " login",
                () -> interceptor.aroundLogin(
                        attempt,
                        () -> audit.around(
                                CallAudit.Called.login(database, "authenticate"),
                                origin,
                                trace -> transactions.in(
                                        database, transaction -> login(attempt, baseUrl, transaction, trace)))));
    }

    private Optional<Integer> login(
            LoginAttempt attempt, Optional<String> baseUrl, Transaction transaction, CallTrace trace) {
        trace.enter(transaction);
        trace.claims("login " + attempt.login());
        Verdict verdict = authenticator.byLogin(
                transaction, attempt.login(), attempt.secret(), attempt.origin().address());
        interceptor.begun(transaction);
        if (verdict instanceof Verdict.Refused refused) {
            trace.refuse(transaction, refused.error().getMessage());
            return Optional.empty();
        }
        Account account = ((Verdict.Known) verdict).account();
        trace.known(transaction, CallTrace.who(account));
        Optional<String> closed = keyLogins.refusal(transaction, account, trace);
        if (closed.isPresent()) {
            trace.refuse(transaction, closed.get());
            return Optional.empty();
        }
        LoginLog.add(transaction, account.uid());
        baseUrl.filter(url ->
                        !KeyLogins.isNarrowed(account) && isAdministrator(attempt.database(), account, transaction))
                .ifPresent(url -> LoginLog.setBaseUrl(transaction, account.uid(), url));
        trace.commit(transaction, 1);
        return Optional.of(account.uid());
    }

    private boolean isAdministrator(String database, Account account, Transaction transaction) {
        return callers.of(database, account, transaction).isInGroup("base.group_system");
    }

    private Object run(Call call, Transaction transaction, CallCount count, CallTrace trace) {
        Verdict verdict = verdict(transaction, call.credential(), call.origin(), trace);
        interceptor.begun(transaction);
        Account account = account(verdict, transaction, call.credential(), trace);
        Caller known = visiting(callers.of(call.database(), account, transaction), call);
        Caller caller = policy.admit(known, call, transaction, count);
        requireMethod(call, caller, transaction);
        Object result = call.origin().protocol().isNamed()
                ? methods.callByName(transaction, caller, call.model(), call.method(), withContext(call.kwargs()))
                : methods.call(transaction, caller, call.model(), call.method(), call.args(), call.kwargs());
        caller.policy().ifPresent(rights -> rights.noted().forEach(transaction.notes()::remark));
        trace.commit(transaction, RecordCount.of(call, result));
        return result;
    }

    /** Named arguments come as the client wrote them: the context may be anything that Python makes a dictionary of. */
    private static Map<String, Object> withContext(Map<String, Object> members) {
        Object context = members.get("context");
        if (context == null || context instanceof Map) {
            return members;
        }
        Map<String, Object> changed = new LinkedHashMap<>(members);
        changed.put("context", PythonValue.dictionary(context));
        return changed;
    }

    /** JSON-2 is HTTP to Odoo's methods, but remembers nothing from one call to the next. */
    private static Caller visiting(Caller caller, Call call) {
        if (call.origin().protocol() == Protocol.JSON2) {
            return caller.in(Session.ofOneCall());
        }
        return call.credential() instanceof Credential.Session visit
                        && caller.session().orElse(null) instanceof StoredSession session
                ? caller.in(session.at(visit.host()))
                : caller;
    }

    private Account identify(Transaction transaction, Credential credential, Origin origin, CallTrace trace) {
        return account(verdict(transaction, credential, origin, trace), transaction, credential, trace);
    }

    private Verdict verdict(Transaction transaction, Credential credential, Origin origin, CallTrace trace) {
        trace.enter(transaction);
        if (credential instanceof Credential.UserSecret user) {
            trace.claims("user " + user.uid());
        }
        return verdict(transaction, credential, origin);
    }

    private static Account account(Verdict verdict, Transaction transaction, Credential credential, CallTrace trace) {
        if (verdict instanceof Verdict.Refused refused) {
            trace.refuse(transaction, refused.error().getMessage()); // nothing happened yet but that it was counted
            throw credential instanceof Credential.Bearer ? HttpError.unauthorized("Invalid apikey") : refused.error();
        }
        Account account = ((Verdict.Known) verdict).account();
        trace.known(transaction, CallTrace.who(account));
        return account;
    }

    private Verdict verdict(Transaction transaction, Credential credential, Origin origin) {
        if (credential instanceof Credential.UserSecret user) {
            return authenticator.byId(transaction, user.uid(), user.secret(), origin.address());
        }
        if (credential instanceof Credential.Bearer bearer) {
            return authenticator.byKey(transaction, bearer.key());
        }
        if (credential instanceof Credential.Session session) {
            return authenticator.bySession(transaction, session.token());
        }
        if (credential instanceof Credential.Anonymous) {
            return authenticator.anonymous(transaction);
        }
        if (credential instanceof Credential.Proof proof) {
            return proof.prover().prove(transaction);
        }
        throw new AssertionError(credential);
    }

    private void requireMethod(Call call, Caller caller, Transaction transaction) {
        if (privateMethods.comeBeforeModels()) {
            privateMethods.requirePublic(call.model(), call.method());
        }
        if (!methods.hasModel(transaction, caller, call.model())) {
            throw new UnknownModel(call.model());
        }
        privateMethods.requirePublic(call.model(), call.method());
    }
}
