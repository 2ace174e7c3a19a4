package dev.sandoo.server.rpc;

import java.util.List;
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

    /** One around the other, the first outermost. */
    static CallInterceptor all(List<CallInterceptor> interceptors) {
        CallInterceptor all = (call, proceed) -> proceed.get();
        for (int i = interceptors.size() - 1; i >= 0; i--) {
            CallInterceptor outer = interceptors.get(i);
            CallInterceptor inner = all;
            all = (call, proceed) -> outer.around(call, () -> inner.around(call, proceed));
        }
        return all;
    }
}
