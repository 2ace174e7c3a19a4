package dev.sandoo.server.rpc;

/** Whether a call has been counted where calls are limited; its further attempts are none of their own. Used by one thread. */
public final class CallCount {
    private boolean counted;

    /** For what is not counted at all. */
    static CallCount ofNone() {
        CallCount none = new CallCount();
        none.counted = true;
        return none;
    }

    /** True the first time. */
    boolean isFirst() {
        boolean first = !counted;
        counted = true;
        return first;
    }
}
