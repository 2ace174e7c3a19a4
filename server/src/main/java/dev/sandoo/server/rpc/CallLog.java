package dev.sandoo.server.rpc;

import dev.sandoo.server.error.OdooError;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One line per call: what was called by whom, how long it took, how it ended. Never arguments, answers or secrets. */
final class CallLog {
    private static final Logger LOG = LoggerFactory.getLogger(CallLog.class);
    private static final double NANOS_PER_MILLI = 1e6;
    private static final int MAX_SUBJECT = 200;

    private CallLog() {}

    /**
     * Runs a call and logs it.
     *
     * @param subject database, user and method
     */
    static <T> T around(Origin origin, String subject, Supplier<T> call) {
        long start = System.nanoTime();
        String outcome = "failed";
        try {
            T result = call.get();
            outcome = "ok";
            return result;
        } catch (OdooError error) {
            outcome = error.kind().name();
            throw error;
        } finally {
            double millis = (System.nanoTime() - start) / NANOS_PER_MILLI;
            LOG.info(
                    "{} {} {} {} ms {}",
                    origin.requestId(),
                    origin.protocol(),
                    clean(subject),
                    rounded(millis),
                    outcome);
        }
    }

    /** Names come from clients: what would break the line, or fill the log, stays out of it. */
    static String clean(String subject) {
        String line = subject.replaceAll("\\p{Cntrl}", "?");
        return line.length() <= MAX_SUBJECT ? line : line.substring(0, MAX_SUBJECT) + "…";
    }

    private static double rounded(double millis) {
        return Math.round(millis * 10) / 10.0;
    }
}
