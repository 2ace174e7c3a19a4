package dev.sandoo.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

/** What the record of calls says of a key's refusals, as an administrator reads it; each is looked at once. */
public final class RefusedCalls {
    /** What of a line is asked for. */
    public static final List<String> FIELDS = List.of("outcome", "policy", "protocol", "address", "reason");

    private final Reader record;
    private final List<Object> key;
    private int seen;

    /** The lines of {@code sandoo.call} that fulfil a domain, the latest first. */
    @FunctionalInterface
    public interface Reader {
        List<?> lines(List<Object> domain);
    }

    /** @param key a term that holds for the lines of one key */
    public RefusedCalls(Reader record, List<Object> key) {
        this.record = record;
        this.key = key;
    }

    /**
     * Makes sure that the key's latest call is new since the last look, was refused, and why.
     *
     * @param reason the whole of it, or how it ends
     */
    public Map<?, ?> requireNext(String policy, String reason) {
        List<?> lines = record.lines(List.of(key, List.of("id", ">", seen)));
        assertFalse(lines.isEmpty(), "not written down: " + reason);
        Map<?, ?> line = (Map<?, ?>) lines.get(0);
        seen = (Integer) line.get("id");
        assertEquals("refused", line.get("outcome"), line.toString());
        assertEquals(policy.isEmpty() ? (Object) false : policy, line.get("policy"), line.toString());
        String written = String.valueOf(line.get("reason"));
        String told = reason.replaceAll("\\p{Cntrl}+", " ");
        boolean same = written.endsWith("…")
                ? told.startsWith(written.substring(0, written.length() - 1))
                : written.endsWith(told);
        assertTrue(same, reason + " stands as " + line);
        return line;
    }
}
