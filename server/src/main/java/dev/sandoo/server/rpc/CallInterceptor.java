package dev.sandoo.server.rpc;

import dev.sandoo.server.db.Transaction;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Stands around every call of a model's method, outside of its transaction and its retries: to watch it, to delay it, to
 * answer in its stead. Thread-safe.
 */
@FunctionalInterface
public interface CallInterceptor {
    /**
     * Lets a call pass, or not.
     *
     * @param proceed runs the call, once; throws what the call raises
     * @return a wire value
     */
    Object around(Call call, Supplier<Object> proceed);

    /**
     * Lets a login pass, or not.
     *
     * @param proceed tries it, once; throws when it is refused with an error
     * @return the user's id; empty when login and secret do not match
     */
    default Optional<Integer> aroundLogin(LoginAttempt attempt, Supplier<Optional<Integer>> proceed) {
        return proceed.get();
    }

    /**
     * Is told when a call's or login's transaction has read the database's counters, and nothing has come of it yet. It may throw
     * {@link BeginAnew}, which comes out of {@code proceed}; that may then be run once more.
     */
    default void begun(Transaction transaction) {}

    /** Ends a call of which nothing has come yet, so that it can begin anew. No error: nobody is told. */
    final class BeginAnew extends RuntimeException {
        private static final long serialVersionUID = 1;

        public BeginAnew(String reason) {
            super(reason, null, false, false);
        }
    }

    /** One around the other, the first outermost. */
    static CallInterceptor all(List<CallInterceptor> interceptors) {
        CallInterceptor all = (call, proceed) -> proceed.get();
        for (int i = interceptors.size() - 1; i >= 0; i--) {
            all = around(interceptors.get(i), all);
        }
        return all;
    }

    private static CallInterceptor around(CallInterceptor outer, CallInterceptor inner) {
        return new CallInterceptor() {
            @Override
            public Object around(Call call, Supplier<Object> proceed) {
                return outer.around(call, () -> inner.around(call, proceed));
            }

            @Override
            public Optional<Integer> aroundLogin(LoginAttempt attempt, Supplier<Optional<Integer>> proceed) {
                return outer.aroundLogin(attempt, () -> inner.aroundLogin(attempt, proceed));
            }

            @Override
            public void begun(Transaction transaction) {
                outer.begun(transaction);
                inner.begun(transaction);
            }
        };
    }
}
