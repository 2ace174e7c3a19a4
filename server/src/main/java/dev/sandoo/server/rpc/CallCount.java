package dev.sandoo.server.rpc;

/** Whether a call has been counted where calls are limited; its further attempts are none of their own. Used by one thread. */
public final class CallCount {
    private boolean counted;

    /** True the first time. */
    boolean isFirst() {
        boolean first = !counted;
        counted = true;
        return first;
    }
}
