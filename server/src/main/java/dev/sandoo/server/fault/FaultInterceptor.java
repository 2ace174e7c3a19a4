package dev.sandoo.server.fault;

import dev.sandoo.schema.OdooVersion;
import dev.sandoo.server.db.Databases;
import dev.sandoo.server.db.Transaction;
import dev.sandoo.server.error.OdooError;
import dev.sandoo.server.error.PythonError;
import dev.sandoo.server.error.RetryableError;
import dev.sandoo.server.error.SessionExpired;
import dev.sandoo.server.fault.FaultBook.Page;
import dev.sandoo.server.fault.FaultBook.Strike;
import dev.sandoo.server.rpc.Call;
import dev.sandoo.server.rpc.CallInterceptor;
import dev.sandoo.server.rpc.LoginAttempt;
import dev.sandoo.server.rpc.Protocol;
import dev.sandoo.server.rpc.SpoiledAnswers;
import dev.sandoo.server.rpc.Spoiling;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Lets faults strike calls and logins. It goes by what this process last saw of a database's faults: where there are some it looks
 * again before each call; where there were none the call's own transaction tells if there are some now, before anything has
 * come of it, and the call begins anew. So all nodes agree, and a database without faults costs nothing. Thread-safe.
 */
public final class FaultInterceptor implements CallInterceptor {
    private final OdooVersion version;
    private final FaultBook book;
    private final SpoiledAnswers answers;
    private final ThreadLocal<Page> relied = new ThreadLocal<>();

    /** @param answers where the HTTP edge finds what is to happen to an answer */
    public FaultInterceptor(OdooVersion version, Databases databases, SpoiledAnswers answers) {
        this.version = Objects.requireNonNull(version, "version");
        this.book = new FaultBook(databases);
        this.answers = Objects.requireNonNull(answers, "answers");
    }

    @Override
    public Object around(Call call, Supplier<Object> proceed) {
        return run(call.database(), call.model(), call.method(), proceed);
    }

    @Override
    public Optional<Integer> aroundLogin(LoginAttempt attempt, Supplier<Optional<Integer>> proceed) {
        boolean web = attempt.origin().protocol() == Protocol.WEB;
        return run(attempt.database(), web ? "web" : "common", web ? "login" : "authenticate", proceed);
    }

    @Override
    public void begun(Transaction transaction) {
        Page page = relied.get();
        if (page != null && !page.isFresh(transaction)) {
            throw new BeginAnew("the database has faults now");
        }
    }

    private <T> T run(String database, String model, String method, Supplier<T> proceed) {
        Page page = book.lastSeen(database);
        if (page.faults().isEmpty()) {
            try {
                return relyingOn(page, proceed);
            } catch (BeginAnew unseen) {
                // nothing has happened yet
            }
        }
        Optional<Strike> strike = book.strike(database, model, method);
        return strike.isEmpty() ? proceed.get() : struck(strike.get(), database, proceed);
    }

    /** A call within the call relies on nothing: what holds was decided for the outer one. */
    private <T> T relyingOn(Page page, Supplier<T> proceed) {
        relied.set(page);
        try {
            return proceed.get();
        } finally {
            relied.remove();
        }
    }

    private <T> T struck(Strike strike, String database, Supplier<T> proceed) {
        Effect effect = strike.fault().effect();
        effect.delay().ifPresent(delay -> sleep(delay.draw(strike.random())));
        Optional<Spoiling> spoiling = effect.spoiling();
        boolean replaced = effect.error().isPresent()
                || spoiling.filter(FaultInterceptor::isInsteadOfAnswer).isPresent();
        if (!replaced || effect.isAfter()) {
            T answer = proceed.get();
            if (!replaced) {
                spoiling.ifPresent(answers::spoil);
                return answer;
            }
        }
        spoiling.ifPresent(answers::spoil);
        throw effect.error().map(error -> error(error, database)).orElseGet(() -> stop(strike.fault()));
    }

    private static boolean isInsteadOfAnswer(Spoiling spoiling) {
        return spoiling instanceof Spoiling.Status
                || spoiling instanceof Spoiling.Reset
                || spoiling instanceof Spoiling.Empty;
    }

    /** What journal and log have for a call whose answer the client never sees. */
    private static OdooError stop(Fault fault) {
        return PythonError.of("sandoo.Fault", "struck by the fault " + fault.name());
    }

    private OdooError error(Effect.Error error, String database) {
        return switch (error) {
            case SERIALIZATION ->
                new RetryableError(
                        "psycopg2.errors.SerializationFailure",
                        "could not serialize access due to concurrent update\n",
                        null);
            case SESSION_EXPIRED -> new SessionExpired();
            case DATABASE_GONE ->
                PythonError.of(
                        "psycopg2.OperationalError", version.message("database.unknown", Map.of("name", database)));
        };
    }

    private static void sleep(Duration length) {
        try {
            Thread.sleep(length.toMillis());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt(); // the server is stopping; the call may as well go on
        }
    }
}
