package dev.sandoo.server.rpc;

import dev.sandoo.server.access.Caller;
import dev.sandoo.server.audit.AuditTrail;
import dev.sandoo.server.audit.AuditedCall;
import dev.sandoo.server.audit.AuditedCall.From;
import dev.sandoo.server.audit.AuditedCall.Key;
import dev.sandoo.server.audit.AuditedCall.Who;
import dev.sandoo.server.audit.Outcome;
import dev.sandoo.server.audit.Place;
import dev.sandoo.server.auth.Account;
import dev.sandoo.server.db.Transaction;
import dev.sandoo.server.error.HttpError;
import dev.sandoo.server.error.OdooError;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What becomes known of one call while it runs, until it is written down. Used by one thread. */
final class CallTrace {
    private static final double NANOS_PER_MILLI = 1e6;
    private static final int FORBIDDEN = 403;
    private static final int UNAUTHORIZED = 401;

    /** Scopes that bind a key to no policy. */
    private static final List<String> FREE_SCOPES = List.of("", "rpc");

    private final AuditTrail trail;
    private final CallAudit.Called called;
    private final Origin origin;
    private final long start = System.nanoTime();
    private Optional<Place> place = Optional.empty();
    private Optional<LocalDateTime> time = Optional.empty();
    private Optional<Who> who = Optional.empty();
    private String claim = "";
    private boolean written;

    CallTrace(AuditTrail trail, CallAudit.Called called, Origin origin) {
        this.trail = trail;
        this.called = called;
        this.origin = origin;
    }

    CallAudit.Called called() {
        return called;
    }

    Origin origin() {
        return origin;
    }

    /** The call begins in this transaction, or begins anew after it met another. */
    void enter(Transaction transaction) {
        place = Optional.of(Place.of(called.database(), transaction));
        trail.follow(transaction);
    }

    /** Who the caller says they are; it is told only if that proves wrong. */
    void claims(String who) {
        claim = who;
    }

    /** Who the caller has proved to be. */
    void known(Transaction transaction, Who proved) {
        time = Optional.of(transaction.now());
        who = Optional.of(proved);
    }

    /** Commits the call, which succeeded. */
    void commit(Transaction transaction, int recordCount) {
        String remarks = String.join("; ", transaction.notes().remarks());
        trail.commit(place.orElseThrow(), transaction, call(Outcome.OK, remarks, recordCount));
        written = true;
    }

    /** Commits what a refusal leaves behind, such as that it was counted. */
    void refuse(Transaction transaction, String reason) {
        time = Optional.of(transaction.now());
        transaction.commit();
        refused(reason);
    }

    /** Writes down that the caller was refused. */
    void refused(String reason) {
        add(Outcome.REFUSED, reason);
    }

    /** Writes down that the call failed; nothing of it is left in the database. */
    void failed(RuntimeException e) {
        if (!written) {
            add(
                    outcome(e),
                    e instanceof OdooError ? e.getMessage() : e.getClass().getSimpleName());
        }
    }

    /** Without a database there is nowhere to write to. */
    private void add(Outcome outcome, String reason) {
        String told = who.isPresent() || claim.isEmpty() ? reason : reason + " (" + claim + ")";
        place.ifPresent(where -> trail.add(where, call(outcome, told, 0)));
        written = true;
    }

    private static Outcome outcome(RuntimeException e) {
        if (e instanceof HttpError http) {
            return http.status() == UNAUTHORIZED || http.status() == FORBIDDEN ? Outcome.REFUSED : Outcome.ERROR;
        }
        if (!(e instanceof OdooError error)) {
            return Outcome.ERROR;
        }
        return switch (error.kind()) {
            case ACCESS, DENIED, SESSION_EXPIRED -> Outcome.REFUSED;
            case USER, VALIDATION, MISSING, NOT_FOUND, PYTHON, NOT_EMULATED, DATABASE, RETRYABLE -> Outcome.ERROR;
        };
    }

    private AuditedCall call(Outcome outcome, String reason, int recordCount) {
        return new AuditedCall(
                time.orElseGet(() -> LocalDateTime.now(ZoneOffset.UTC)),
                new From(
                        origin.requestId(),
                        origin.protocol().name().toLowerCase(Locale.ROOT),
                        origin.address(),
                        origin.userAgent()),
                who,
                called.model(),
                called.method(),
                recordCount,
                outcome,
                reason,
                Math.round((System.nanoTime() - start) / NANOS_PER_MILLI * 1000) / 1000.0);
    }

    /** Who an account is to the audit. */
    static Who who(Account account) {
        return new Who(account.uid(), account.key().map(key -> key(key.id(), key.name(), key.scope())));
    }

    /** Who a caller is to the audit. */
    static Who who(Caller caller) {
        return new Who(caller.uid(), caller.key().map(key -> key(key.id(), key.name(), key.scope())));
    }

    private static Key key(int id, String name, String scope) {
        return new Key(id, name, FREE_SCOPES.contains(scope) ? "" : scope);
    }
}
