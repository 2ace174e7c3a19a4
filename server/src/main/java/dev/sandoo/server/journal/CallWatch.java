package dev.sandoo.server.journal;

import dev.sandoo.server.access.Caller;
import dev.sandoo.server.error.AccessDenied;
import dev.sandoo.server.journal.JournalEntry.Who;
import dev.sandoo.server.rpc.Call;
import dev.sandoo.server.rpc.CallInterceptor;
import dev.sandoo.server.rpc.Credential;
import dev.sandoo.server.rpc.KeyPolicy;
import dev.sandoo.server.rpc.LoginAttempt;
import dev.sandoo.server.rpc.Protocol;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Watches calls and logins and tells the journal, and a recording if there is one, how they ended. Who calls is known only
 * within a call, where the key's policy is asked: so it stands there as well. Thread-safe.
 */
public final class CallWatch implements CallInterceptor {
    private final Clock clock;
    private final List<Consumer<CallSight>> told;

    /** What becomes known of the call that runs in this thread; there is one while it runs. */
    private final ThreadLocal<Watched> current = new ThreadLocal<>();

    private CallWatch(Clock clock, List<Consumer<CallSight>> told) {
        this.clock = clock;
        this.told = List.copyOf(told);
    }

    /** Tells a journal. */
    public static CallWatch of(Clock clock, Journal journal) {
        return new CallWatch(clock, List.of(journal::add));
    }

    /** The same, telling a recording as well. */
    public CallWatch recordedBy(Recording recording) {
        return new CallWatch(clock, List.of(told.get(0), recording));
    }

    /** A policy that notes who calls before it is asked. */
    public KeyPolicy noting(KeyPolicy policy) {
        return (caller, call, transaction, count) -> {
            note(caller);
            return policy.admit(caller, call, transaction, count);
        };
    }

    private void note(Caller caller) {
        Watched watched = current.get();
        if (watched != null) {
            watched.who = new Who(Optional.of(caller.uid()), Optional.of(caller.login()), caller.key());
        }
    }

    /** Notes which stub answers the call that runs in this thread. */
    public void answeredBy(String stub) {
        Watched watched = current.get();
        if (watched != null) {
            watched.stub = Optional.of(stub);
        }
    }

    private static final class Watched {
        private Who who;
        private Optional<String> stub = Optional.empty();

        Watched(Who who) {
            this.who = who;
        }
    }

    @Override
    public Object around(Call call, Supplier<Object> proceed) {
        Watched outer = current.get();
        Watched watched = new Watched(claimed(call.credential()));
        current.set(watched);
        Instant at = clock.instant();
        long start = System.nanoTime();
        try {
            Object answer = proceed.get();
            tell(sight(call, at, start, watched, Optional.ofNullable(answer), Optional.empty()));
            return answer;
        } catch (RuntimeException error) {
            tell(sight(call, at, start, watched, Optional.empty(), Optional.of(error)));
            throw error;
        } finally {
            if (outer == null) {
                current.remove();
            } else {
                current.set(outer);
            }
        }
    }

    private static CallSight sight(
            Call call,
            Instant at,
            long start,
            Watched watched,
            Optional<Object> answer,
            Optional<RuntimeException> error) {
        return new CallSight(
                at,
                since(start),
                call.origin(),
                call.database(),
                watched.who,
                secret(call.credential()),
                call.model(),
                call.method(),
                call.args(),
                call.kwargs(),
                watched.stub,
                answer,
                error);
    }

    @Override
    public Optional<Integer> aroundLogin(LoginAttempt attempt, Supplier<Optional<Integer>> proceed) {
        Instant at = clock.instant();
        long start = System.nanoTime();
        try {
            Optional<Integer> uid = proceed.get();
            Optional<RuntimeException> refused = uid.isPresent() ? Optional.empty() : Optional.of(new AccessDenied());
            tell(login(attempt, at, start, uid, refused));
            return uid;
        } catch (RuntimeException error) {
            tell(login(attempt, at, start, Optional.empty(), Optional.of(error)));
            throw error;
        }
    }

    private static CallSight login(
            LoginAttempt attempt, Instant at, long start, Optional<Integer> uid, Optional<RuntimeException> refused) {
        boolean web = attempt.origin().protocol() == Protocol.WEB;
        return new CallSight(
                at,
                since(start),
                attempt.origin(),
                attempt.database(),
                new Who(uid, Optional.of(attempt.login()), Optional.empty()),
                Optional.of(attempt.secret()),
                web ? "web" : "common",
                web ? "login" : "authenticate",
                List.of(attempt.login()),
                Map.of("password", attempt.secret()),
                Optional.empty(),
                uid.map(id -> id),
                refused);
    }

    private void tell(CallSight call) {
        told.forEach(each -> each.accept(call));
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static Who claimed(Credential credential) {
        return credential instanceof Credential.UserSecret user
                ? new Who(Optional.of(user.uid()), Optional.empty(), Optional.empty())
                : Who.UNKNOWN;
    }

    private static Optional<String> secret(Credential credential) {
        if (credential instanceof Credential.UserSecret user) {
            return Optional.of(user.secret());
        }
        return credential instanceof Credential.Bearer bearer ? Optional.of(bearer.key()) : Optional.empty();
    }
}
