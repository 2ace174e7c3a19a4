package dev.sandoo.server.rpc;

import dev.sandoo.server.auth.Account;
import dev.sandoo.server.auth.LoginLog;
import dev.sandoo.server.auth.Verdict;
import dev.sandoo.server.auth.session.SessionToken;
import dev.sandoo.server.auth.totp.SecondFactor;
import dev.sandoo.server.auth.totp.TrustedDevices;
import dev.sandoo.server.db.Transaction;
import dev.sandoo.server.error.AccessError;
import dev.sandoo.server.error.OdooError;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;

/**
 * People's logins: password first, then a code where the account asks for one. A login never keeps the token that a browser came
 * with, so that nobody can plant one. Thread-safe.
 *
 * <p>Source: recorded scenarios {@code auth_web} and {@code auth_totp}.
 */
public final class WebLogins {
    private final WebAccess access;
    private final SecondFactor secondFactor;
    private final TrustedDevices devices;
    private final CallInterceptor interceptor;

    /** @param interceptor stands around each login */
    public WebLogins(WebAccess access, SecondFactor secondFactor, TrustedDevices devices, CallInterceptor interceptor) {
        this.interceptor = Objects.requireNonNull(interceptor, "interceptor");
        this.devices = Objects.requireNonNull(devices, "devices");
        this.access = Objects.requireNonNull(access, "access");
        this.secondFactor = Objects.requireNonNull(secondFactor, "secondFactor");
    }

    /** What a login came to. */
    public enum Login {
        /** The visit has a session that is logged in. */
        OPEN,
        /** The visit has a session that waits for the second factor. */
        NEEDS_CODE
    }

    private record Attempt(Optional<Session> begun, Optional<OdooError> refusal) {}

    private record Session(int uid, SessionToken token, Login login) {}

    /**
     * Logs in by password; the visit goes on with a session of its own. An API key is a wrong password here.
     *
     * @throws OdooError when login or password is wrong; the visit's session stays as it was
     */
    public Login login(Visit visit, String database, String login, String password) {
        requireDatabase(visit, database);
        LoginAttempt attempt = new LoginAttempt(database, login, password, visit.origin());
        AtomicReference<Session> open = new AtomicReference<>();
        CallLog.around(
                visit.origin(),
                database + " web login",
                () -> interceptor.aroundLogin(attempt, () -> {
                    open.set(session(visit, attempt));
                    return Optional.of(open.get().uid());
                }));
        Session session = open.get();
        visit.become(session.token());
        return session.login();
    }

    private Session session(Visit visit, LoginAttempt wanted) {
        Attempt attempt = access.audit()
                .around(
                        CallAudit.Called.login(wanted.database(), "login"),
                        visit.origin(),
                        trace -> access.transactions()
                                .in(wanted.database(), transaction -> attempt(visit, wanted, transaction, trace)));
        return attempt.begun().orElseThrow(() -> attempt.refusal().orElseThrow());
    }

    private Attempt attempt(Visit visit, LoginAttempt wanted, Transaction transaction, CallTrace trace) {
        trace.enter(transaction);
        trace.claims("login " + wanted.login());
        Verdict verdict = access.authenticator()
                .byPassword(
                        transaction,
                        wanted.login(),
                        wanted.secret(),
                        visit.origin().address());
        if (verdict instanceof Verdict.Refused refused) {
            trace.refuse(transaction, refused.error().getMessage());
            return new Attempt(Optional.empty(), Optional.of(refused.error()));
        }
        Account account = ((Verdict.Known) verdict).account();
        trace.known(transaction, CallTrace.who(account));
        Session begun = begin(visit, wanted.database(), transaction, account);
        trace.commit(transaction, 1);
        return new Attempt(Optional.of(begun), Optional.empty());
    }

    private Session begin(Visit visit, String database, Transaction transaction, Account account) {
        visit.token().ifPresent(token -> access.sessions().end(transaction, token));
        LoginLog.add(transaction, account.uid());
        SessionToken fresh = access.tokens().make(database);
        if (secondFactor.isOn(transaction, account.uid())) {
            access.sessions().await(transaction, fresh, account.uid());
            return new Session(account.uid(), fresh, Login.NEEDS_CODE);
        }
        open(visit, database, transaction, account, fresh);
        return new Session(account.uid(), fresh, Login.OPEN);
    }

    private void open(Visit visit, String database, Transaction transaction, Account account, SessionToken fresh) {
        access.sessions().open(transaction, fresh, account.uid());
        if (access.caller(database, account, transaction).isInGroup("base.group_system")) {
            LoginLog.setBaseUrl(transaction, account.uid(), visit.baseUrl());
        }
    }

    /** Whether the visit's session waits for the second factor. */
    public boolean awaitsCode(Visit visit) {
        return inPending(visit, (transaction, pending) -> true).orElse(false);
    }

    /** Whether browsers can be trusted, so that they need no code for a while. */
    public boolean knowsDevices() {
        return devices.areKnown();
    }

    /**
     * What came of a code.
     *
     * @param device the key that a browser is to keep which is trusted from now on
     */
    public record CodeAttempt(SecondFactor.Outcome outcome, Optional<String> device) {
        /** Keys are secret. */
        @Override
        public String toString() {
            return "CodeAttempt[" + outcome + "]";
        }
    }

    /** Whether to ask for codes in this browser again. */
    public enum Trust {
        ASK_AGAIN,
        REMEMBER
    }

    /**
     * Shows a code; if it is right, the visit goes on with a session that is logged in.
     *
     * @return empty when no session waits for one
     */
    public Optional<CodeAttempt> code(Visit visit, String code, Trust trust) {
        return inPending(visit, (transaction, pending) -> {
            SecondFactor.Outcome outcome =
                    secondFactor.check(transaction, pending.account().uid(), code);
            if (outcome != SecondFactor.Outcome.RIGHT) {
                access.audit()
                        .refused(
                                CallAudit.Called.login(pending.database(), "second_factor"),
                                visit.origin(),
                                transaction,
                                CallTrace.who(pending.account()),
                                "code: " + outcome.name().toLowerCase(Locale.ROOT));
                return new CodeAttempt(outcome, Optional.empty());
            }
            finish(visit, pending, transaction);
            boolean remember = trust == Trust.REMEMBER && devices.areKnown();
            return new CodeAttempt(
                    outcome,
                    remember
                            ? Optional.of(devices.trust(
                                    transaction,
                                    pending.account().uid(),
                                    visit.origin().userAgent()))
                            : Optional.empty());
        });
    }

    /** Logs the visit in without a code if its user trusts the device that holds this key. */
    public boolean useDevice(Visit visit, String key) {
        return !key.isEmpty()
                && inPending(visit, (transaction, pending) -> {
                            boolean trusted = devices.isTrusted(
                                    transaction, pending.account().uid(), key);
                            if (trusted) {
                                finish(visit, pending, transaction);
                            }
                            return trusted;
                        })
                        .orElse(false);
    }

    private record Pending(String database, SessionToken token, Account account) {}

    /** Does something for the user whose code is awaited, and commits. */
    private <T> Optional<T> inPending(Visit visit, BiFunction<Transaction, Pending, T> work) {
        Optional<SessionToken> token = visit.token();
        Optional<String> database = access.databases().of(visit);
        return database.flatMap(name -> access.transactions().in(name, transaction -> {
            Optional<T> answer = access.sessions()
                    .awaited(transaction, token.get())
                    .flatMap(uid -> access.authenticator().ofSession(transaction, uid))
                    .map(account -> work.apply(transaction, new Pending(name, token.get(), account)));
            transaction.commit();
            return answer;
        }));
    }

    private void finish(Visit visit, Pending pending, Transaction transaction) {
        access.sessions().end(transaction, pending.token());
        SessionToken fresh = access.tokens().make(pending.database());
        open(visit, pending.database(), transaction, pending.account(), fresh);
        visit.become(fresh);
    }

    /** Versions that do not ask first find out at the first statement. */
    private void requireDatabase(Visit visit, String database) {
        if (access.version().has("sessions.database-told")
                && !access.databases().exists(database, visit)) {
            throw new AccessError("Database not found.");
        }
    }
}
