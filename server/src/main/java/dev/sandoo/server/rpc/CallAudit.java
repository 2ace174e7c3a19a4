package dev.sandoo.server.rpc;

import dev.sandoo.server.audit.AuditTrail;
import dev.sandoo.server.audit.AuditedCall.Who;
import dev.sandoo.server.db.Transaction;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/** Has every call and login written down, however it ends. Thread-safe. */
public final class CallAudit {
    /** Models that show what has been written down. */
    private static final Set<String> READERS = Set.of("sandoo.call", "sandoo.call.change", "sandoo.key.use");

    private final AuditTrail trail;

    public CallAudit(AuditTrail trail) {
        this.trail = Objects.requireNonNull(trail, "trail");
    }

    /** What is called. */
    record Called(String database, String model, String method) {
        static Called of(Call call) {
            return new Called(call.database(), call.model(), call.method());
        }

        /** A login, which is no call of a method. */
        static Called login(String database, String method) {
            return new Called(database, "res.users", method);
        }
    }

    /**
     * Runs a call. The work says what it finds out and commits through the trace; if it throws, that is written down.
     *
     * @param work the call; its trace is used by this thread alone
     */
    <T> T around(Called called, Origin origin, Function<CallTrace, T> work) {
        if (READERS.contains(called.model())) {
            trail.flush();
        }
        CallTrace trace = new CallTrace(trail, called, origin);
        try {
            return work.apply(trace);
        } catch (CallInterceptor.BeginAnew nothingYet) {
            throw nothingYet;
        } catch (RuntimeException e) {
            trace.failed(e);
            throw e;
        }
    }

    /** Writes down that someone who is known was refused, in a transaction that goes on. */
    void refused(Called called, Origin origin, Transaction transaction, Who who, String reason) {
        CallTrace trace = new CallTrace(trail, called, origin);
        trace.enter(transaction);
        trace.known(transaction, who);
        trace.refused(reason);
    }

    /** Waits until what has ended is written down: for pages that show it. */
    public void flush() {
        trail.flush();
    }
}
